import { describe, expect, test } from "vitest";
import { usualTime } from "./percentile";

describe("usualTime", () => {
  test.each([
    ["teaches nothing with four runs", [60, 60, 60, 60], null],
    ["needs five", [10, 20, 30, 40, 50], 40],
    ["is a time that somebody took, in any order", [300, 10, 20, 30, 40], 40],
    ["lets one slow run of eight pass", [10, 10, 10, 10, 10, 10, 10, 900], 10],
    ["is whole seconds", [1.2, 2.4, 3.1, 3.6, 9], 4],
    ["knows no time at all from nothing", [], null],
  ])("%s", (_, seconds, expected) => expect(usualTime(seconds)).toBe(expected));
});
