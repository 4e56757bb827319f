import { expect, test } from "vitest";
import { clockOf, onOurClock, senderClock } from "./clock";

const now = new Date("2026-01-15T03:00:00.000Z");
const at = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

test.each([
  ["as long as the way takes", -1.4, null],
  ["three minutes ahead", 180, { skewMs: 180_000 }],
  ["an hour behind", -3_600, { skewMs: -3_600_000 }],
] as const)("a sender's clock that is %s", (_, seconds, clock) => {
  expect(senderClock(at(seconds), now)).toEqual(clock);
});

test("a sender that does not tell its time is believed", () => {
  expect(senderClock(undefined, now)).toBeNull();
});

test("only a time that would lie in our future is put on our clock, as long before its sending as it was", () => {
  const ahead = { skewMs: 180_000 };
  expect(onOurClock(at(170), ahead, now)).toEqual(at(-10));
  expect(onOurClock(at(-600), ahead, now)).toEqual(at(-600));
  expect(onOurClock(at(170), null, now)).toEqual(at(170));
  expect(onOurClock(at(5), { skewMs: -60_000 }, now)).toEqual(at(5));
});

test("the clock of an entry is read from its data, beside entries that keep something else there", () => {
  expect(clockOf({ clock: { skewMs: -5_000 } })).toEqual({ skewMs: -5_000 });
  expect(clockOf({ clock: "procedure" })).toBeNull();
  expect(clockOf({})).toBeNull();
});
