import { expect, test } from "vitest";
import { addDays, dayIn, daysBetween, minuteIn, mondayOf, weekdayOf } from "./day";

const late = new Date("2026-01-15T03:00:00Z");

test.each([
  ["UTC", "2026-01-15", 180],
  ["America/Mexico_City", "2026-01-14", 21 * 60],
  ["Pacific/Kiritimati", "2026-01-15", 17 * 60],
])("in %s the day is %s", (zone, day, minute) => {
  expect(dayIn(zone, late)).toBe(day);
  expect(minuteIn(zone, late)).toBe(minute);
});

test("midnight is minute 0", () => {
  expect(minuteIn("UTC", new Date("2026-01-15T00:00:00Z"))).toBe(0);
});

test.each([
  ["2026-02-28", 1, "2026-03-01"],
  ["2028-02-28", 1, "2028-02-29"],
  ["2026-01-01", -1, "2025-12-31"],
])("%s and %i days are %s", (day, days, then) => {
  expect(addDays(day, days)).toBe(then);
  expect(daysBetween(day, then)).toBe(days);
});

test.each([
  ["2026-01-12", 0, "2026-01-12"],
  ["2026-01-18", 6, "2026-01-12"],
  ["2026-01-01", 3, "2025-12-29"],
])("%s is weekday %i of the week of %s", (day, weekday, monday) => {
  expect(weekdayOf(day)).toBe(weekday);
  expect(mondayOf(day)).toBe(monday);
});
