import { expect, test } from "vitest";
import { captionOf, shownPart } from "./shown-part";

const lines = (count: number, line = "x") => Array.from({ length: count }, () => line).join("\n");

test.each([
  ["a short text", lines(30), 30, false],
  ["a long one", lines(31), 24, true],
  ["long lines", lines(20, "a".repeat(1_000)), 5, true],
  ["one line of 200 kB", "a".repeat(200_000), 1, true],
])("of %s as many lines are shown: %#", (_, body, shown, cut) => {
  const part = shownPart(body, false);
  expect(part.cut).toBe(cut);
  expect(part.text.split("\n")).toHaveLength(shown);
  expect(part.text.length).toBeLessThanOrEqual(6_001);
  expect(shownPart(body, true).text).toBe(body);
});

test.each([
  ["El pico\n\n[captura.png](/api/v1/attachments/0190-ab)", "El pico"],
  ["[x\\](y\\).png](/api/v1/attachments/0190-ab)", ""],
  ["Ver [captura.png](/api/v1/attachments/0190-ab)", "Ver [captura.png](/api/v1/attachments/0190-ab)"],
])("the words about a file: %s", (body, caption) => {
  expect(captionOf(body)).toBe(caption);
});
