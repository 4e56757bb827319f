import { expect, test } from "vitest";
import { parseDuration } from "./duration";

test.each([
  ["30s", 30],
  ["5m", 300],
  ["1h30m", 5_400],
  ["31d", 2_678_400],
  [" 2h ", 7_200],
])("%s is %i seconds", (text, seconds) => {
  expect(parseDuration(text)).toBe(seconds);
});

test.each(["", "5", "5 m", "m", "0s", "-5m", "1m1h", "5M", "9999d", "1.5h"])("%j is no duration", (text) => {
  expect(parseDuration(text)).toBeNull();
});
