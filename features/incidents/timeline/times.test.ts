import { expect, test } from "vitest";
import type { EntryView } from "./schema";
import { elapsedMark, lateness, oddTimes, silenceBetween } from "./times";

const entry = (happenedAt: string, recordedAt = happenedAt) => ({ happenedAt, recordedAt }) as EntryView;

test("what was written down more than a minute later says so", () => {
  expect(lateness(entry("2026-01-15T02:56:00.000Z", "2026-01-15T03:10:00.000Z"))).toBe(840);
  expect(lateness(entry("2026-01-15T03:09:30.000Z", "2026-01-15T03:10:00.000Z"))).toBeNull();
});

test("a time before the impact, or after its own writing down, is odd", () => {
  const odd = entry("2026-01-15T03:00:00.000Z", "2026-01-15T02:59:00.000Z");
  expect(oddTimes.afterRecording(odd)).toBe(true);
  expect(oddTimes.beforeImpact(odd, "2026-01-15T03:00:00.001Z")).toBe(true);
  expect(oddTimes.beforeImpact(odd, null)).toBe(false);
});

test.each([
  ["27 minutes while it is active", "03:10", "03:37", null, 1_620],
  ["nine minutes are usual", "03:10", "03:19", null, null],
  ["before the incident there is nothing to say", "01:00", "02:00", null, null],
  ["only what falls into the incident counts", "02:00", "03:20", null, 1_200],
  ["after it is over nobody has to write", "05:00", "09:00", "04:30", null],
] as const)("silence: %s", (_, from, to, until, seconds) => {
  const at = (time: string) => `2026-01-15T${time}:00.000Z`;
  const active = { since: at("03:00"), until: until && at(until) };
  expect(silenceBetween(entry(at(from)), entry(at(to)), "happened", active)).toBe(seconds);
});

test("time is also told from when the incident began, before it too", () => {
  expect(elapsedMark("2026-01-15T03:00:00.000Z", "2026-01-15T04:04:59.000Z")).toBe("T+1:04");
  expect(elapsedMark("2026-01-15T03:00:00.000Z", "2026-01-15T02:48:00.000Z")).toBe("T−0:12");
});
