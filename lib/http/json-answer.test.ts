import { expect, test } from "vitest";
import { jsonAnswer, textOf } from "./json-answer";

const answer = () => jsonAnswer({ disco: "lleno" }, { status: 201, headers: { "cache-control": "no-store" } });
const text = '{"disco":"lleno"}';

test("it is a response like any other, with a text that is not read back", async () => {
  expect(answer()).toBeInstanceOf(Response);
  expect(answer()).toMatchObject({ status: 201, ok: true });
  expect(Object.fromEntries(answer().headers)).toEqual({
    "cache-control": "no-store",
    "content-type": "application/json",
  });
  expect(textOf(answer())).toBe(text);
  expect(textOf(Response.json({}))).toBeUndefined();
});

test.each([
  ["json", async () => JSON.stringify(await answer().json())],
  ["text", () => answer().text()],
  ["bytes", async () => Buffer.from(await answer().arrayBuffer()).toString()],
  ["a blob", async () => (await answer().blob()).text()],
  ["a stream", async () => new Response(answer().body).text()],
  ["a copy", () => answer().clone().text()],
])("its body is read as %s", async (_, read) => {
  expect(await read()).toBe(text);
});

test("a body is read once", async () => {
  const read = answer();
  expect(read.bodyUsed).toBe(false);
  await read.text();
  expect(read.bodyUsed).toBe(true);
  await expect(read.json()).rejects.toThrow(TypeError);
  expect(() => read.clone()).toThrow(TypeError);
});
