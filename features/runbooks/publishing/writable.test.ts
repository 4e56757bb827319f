import { expect, test } from "vitest";
import { unwritableAt } from "./writable";

test.each([
  ["NUL", "a\nb\u0000", { line: 2, column: 2 }],
  ["the first half of a pair", "\ud83d", { line: 1, column: 1 }],
  ["the second half alone", "ab\n\udc4d", { line: 2, column: 1 }],
])("%s is found", (_, text, place) => {
  expect(unwritableAt(text)).toEqual(place);
});

test("whole characters of any plane can be kept", () => {
  expect(unwritableAt("👍 ñ \u2028 \t\r\n")).toBeNull();
});
