import { expect, test } from "vitest";
import { durationParts, stopwatch } from "./duration-parts";

test.each([
  [0, []],
  [30, ["30 second"]],
  [60, ["1 minute"]],
  [5_400, ["1 hour", "30 minute"]],
  [93_784, ["1 day", "2 hour"]],
  [-5, []],
])("%d s is told in its two largest units", (seconds, expected) => {
  const told = durationParts(seconds).map(({ value, unit }) => `${value} ${unit}`);
  expect(told).toEqual(expected.length === 0 ? ["0 second"] : expected);
});

test.each([
  [0, "0:00"],
  [65.9, "1:05"],
  [3_600, "1:00:00"],
  [36_061, "10:01:01"],
  [-1, "0:00"],
])("%d s reads %s on a stopwatch", (seconds, text) => {
  expect(stopwatch(seconds)).toBe(text);
});
