import { describe, expect, test } from "vitest";
import { endOfQuiet, isQuiet, nextReminders, type Rhythm } from "./rhythm";

const madrid: Rhythm = { reminders: "mon 09:00", quiet: "20:00-08:00", zone: "Europe/Madrid" };
const next = (rhythm: Partial<Rhythm>, after: string) =>
  nextReminders({ ...madrid, ...rhythm }, new Date(after))?.toISOString() ?? null;

describe("the next reminders", () => {
  test.each([
    ["later the same Monday", {}, "2026-01-12T07:00:00Z", "2026-01-12T08:00:00.000Z"],
    ["not the same Monday once it was reached", {}, "2026-01-12T08:00:00Z", "2026-01-19T08:00:00.000Z"],
    ["over the change of clocks in spring", {}, "2026-03-28T12:00:00Z", "2026-03-30T07:00:00.000Z"],
    [
      "at an hour that is skipped that day",
      { reminders: "sun 02:30", quiet: "off" },
      "2026-03-28T12:00:00Z",
      "2026-03-29T01:00:00.000Z",
    ],
    [
      "after quiet hours that cover the time",
      { reminders: "mon 06:00" },
      "2026-01-11T12:00:00Z",
      "2026-01-12T07:00:00.000Z",
    ],
    ["never where they are off", { reminders: "off" }, "2026-01-11T12:00:00Z", null],
  ])("come %s", (_, rhythm, after, at) => {
    expect(next(rhythm, after)).toBe(at);
  });
});

test.each([
  ["20:00-08:00", "2026-01-12T23:00:00Z", true],
  ["20:00-08:00", "2026-01-12T06:59:00Z", true],
  ["20:00-08:00", "2026-01-12T07:00:00Z", false],
  ["12:00-14:00", "2026-01-12T11:30:00Z", true],
  ["12:00-14:00", "2026-01-12T13:30:00Z", false],
  ["off", "2026-01-12T02:00:00Z", false],
])("quiet hours %s at %s: %s", (quiet, at, is) => {
  expect(isQuiet({ ...madrid, quiet }, new Date(at))).toBe(is);
});

test("who is late at night waits for the morning", () => {
  expect(endOfQuiet(madrid, new Date("2026-01-12T22:30:00Z")).toISOString()).toBe("2026-01-13T07:00:00.000Z");
});
