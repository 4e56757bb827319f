import { describe, expect, test } from "vitest";
import { readTime } from "./time-prefix";
import { wallOf } from "./zone";

const minuteMs = 60_000;
const halfDayMs = 12 * 60 * minuteMs;
const written = (hour: number, minute: number) => `${hour}`.padStart(2, "0").concat(":", `${minute}`.padStart(2, "0"));

/** The wall clock of every minute from 26 hours before an instant to 30 hours after it. */
function minutesAround(from: number, zone: string) {
  const length = 56 * 60;
  return Array.from({ length }, (_, i) => {
    const at = new Date(from + (i - 26 * 60) * minuteMs);
    return { at, ...wallOf(at, zone) };
  });
}

/** The last minute at which the clocks showed that, on the same day or within twelve hours: found by looking at every minute. */
function lookedUp(hour: number, minute: number, now: Date, minutes: ReturnType<typeof minutesAround>): Date | null {
  const past = minutes.filter(({ at }) => at <= now);
  const today = past.at(-1)?.day;
  const last = past.findLast((each) => each.hour === hour && each.minute === minute);
  if (!last) return null;
  return last.day === today || now.getTime() - last.at.getTime() <= halfDayMs ? last.at : null;
}

describe("a clock time is the last time that the clock showed it", () => {
  test.each([
    [
      "Europe/Madrid",
      "back",
      "2026-10-24T22:00:00Z",
      [
        [2, 30],
        [2, 0],
        [2, 59],
        [1, 59],
        [3, 0],
        [23, 30],
      ],
    ],
    [
      "America/New_York",
      "back",
      "2026-11-01T04:00:00Z",
      [
        [1, 0],
        [1, 30],
        [0, 59],
        [2, 0],
        [22, 0],
      ],
    ],
    [
      "Australia/Lord_Howe",
      "back by half an hour",
      "2026-04-04T13:00:00Z",
      [
        [1, 30],
        [1, 45],
        [2, 0],
        [1, 29],
      ],
    ],
    [
      "America/Argentina/Buenos_Aires",
      "never",
      "2026-01-15T00:00:00Z",
      [
        [2, 0],
        [14, 5],
        [23, 55],
        [0, 0],
      ],
    ],
    [
      "Asia/Kathmandu",
      "never",
      "2026-01-15T00:00:00Z",
      [
        [5, 45],
        [14, 5],
        [0, 0],
      ],
    ],
  ] as const)("in %s, where the clocks go %s", { timeout: 60_000 }, (zone, _, from, readings) => {
    const minutes = minutesAround(Date.parse(from), zone);
    for (let step = 0; step < 30 * 2; step++) {
      const now = new Date(Date.parse(from) + step * 30 * minuteMs);
      for (const [hour, minute] of readings) {
        const expected = lookedUp(hour, minute, now, minutes);
        const read = readTime(`${written(hour, minute)} x`, now, zone);
        const where = `${written(hour, minute)} at ${now.toISOString()} in ${zone}`;
        expect(read.type === "past" ? read.at : null, where).toEqual(expected);
      }
    }
  });

  test("14:05 written at 02:00 is yesterday's, and 13:55 has to be called so", () => {
    const now = new Date("2026-01-15T02:00:00Z");
    expect(readTime("14:05 x", now, "UTC")).toMatchObject({ at: new Date("2026-01-14T14:05:00Z") });
    expect(readTime("13:55 x", now, "UTC")).toMatchObject({ type: "future", written: "13:55" });
    expect(readTime("ayer 13:55 x", now, "UTC")).toMatchObject({ at: new Date("2026-01-14T13:55:00Z") });
  });

  test("between its two turns it is the one that has been; after both it is the later one, and that is said", () => {
    const between = new Date("2026-10-25T00:45:00Z");
    expect(readTime("02:30 x", between, "Europe/Madrid")).toEqual({
      type: "past",
      at: new Date("2026-10-25T00:30:00Z"),
      rest: "x",
    });
    const after = new Date("2026-10-25T02:00:00Z");
    expect(readTime("02:30 x", after, "Europe/Madrid")).toMatchObject({
      at: new Date("2026-10-25T01:30:00Z"),
      clock: "twice",
    });
  });

  test("one that the clocks skipped counts on from before, and that is said", () => {
    const morning = new Date("2026-03-29T06:00:00Z");
    expect(readTime("02:30 x", morning, "Europe/Madrid")).toMatchObject({
      at: new Date("2026-03-29T01:30:00Z"),
      clock: "skipped",
    });
  });

  test("a clock that runs less than a minute ahead is set back to now", () => {
    const now = new Date("2026-01-15T03:09:30Z");
    expect(readTime("03:10 x", now, "UTC")).toMatchObject({ type: "past", at: now });
    expect(readTime("03:11 x", now, "UTC")).toMatchObject({ type: "future" });
  });
});
