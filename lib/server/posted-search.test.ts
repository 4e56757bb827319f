import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { postedText } from "@/lib/http/posted-text";
import { postedSearch } from "./posted-search";

/** A portal whose pages say how they were asked for, and with which text. */
async function portal(): Promise<string> {
  const pages = postedSearch(async (request, response) => {
    await sleep(1);
    response.end(JSON.stringify({ method: request.method, url: request.url, text: postedText() }));
  });
  const server = createServer((request, response) => void pages(request, response));
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const post = async (q: string, at = "/search") =>
  fetch((await portal()) + at, { method: "POST", body: new URLSearchParams({ q }), redirect: "manual" });

test("a log is answered as the page of the search, with the text beside the request", async () => {
  const text = "FATAL: no space left\n".repeat(5_000).replaceAll("\n", "\r\n");
  const answer = await post(text);
  expect(await answer.json()).toEqual({ method: "GET", url: "/search", text: text.replaceAll("\r\n", "\n") });
});

test.each([
  ["api no responde", "/search?q=api+no+responde"],
  ["  redis  \r\n\r\n", "/search?q=redis"],
  ["", "/search"],
])("%j is led to its address", async (q, address) => {
  const answer = await post(q);
  expect([answer.status, answer.headers.get("location")]).toEqual([303, address]);
});

test("a long line stays out of the address", async () => {
  expect(await (await post("x".repeat(4_001))).json()).toMatchObject({ method: "GET", text: "x".repeat(4_001) });
});

test("what is posted elsewhere, or asked for by its address, brings no text along", async () => {
  expect(await (await post("a\nb\nc", "/searching")).json()).toMatchObject({ method: "POST", text: null });
  const base = await portal();
  const all = await Promise.all([
    fetch(`${base}/search`, { method: "POST", body: new URLSearchParams({ q: "a\nb\nc" }) }),
    fetch(`${base}/search?q=a`),
  ]);
  expect(await Promise.all(all.map(async (one) => (await one.json()).text))).toEqual(["a\nb\nc", null]);
});
