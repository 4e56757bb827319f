import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wallOf } from "@/features/incidents/quick/zone";
import { nextTurn, type Rhythm, rhythms, turnsUntil } from "./turns";

const madrid = "Europe/Madrid";
const at = (iso: string) => new Date(iso);
const clock = (zone: string) => (instant: Date) =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" }).format(instant);

/** The first turns of a schedule as the clocks of its zone show them. */
function series(rhythm: Rhythm, first: string, count: number, zone = madrid): string[] {
  const turns = [at(first)];
  while (turns.length < count) {
    turns.push(nextTurn(rhythm, turns.at(-1) as Date, turns.at(-2) ?? null, zone));
  }
  return turns.map(clock(zone));
}

describe("weekly", () => {
  test("keeps its hour when clocks go forward and back", () => {
    expect(series("weekly", "2026-03-24T09:00:00Z", 2)).toEqual(["2026-03-24 10:00", "2026-03-31 10:00"]);
    expect(series("weekly", "2026-10-20T08:00:00Z", 2)).toEqual(["2026-10-20 10:00", "2026-10-27 10:00"]);
  });

  test("comes an hour later where its hour does not exist, and is back at it a week after", () => {
    expect(series("weekly", "2026-03-22T01:30:00Z", 3)).toEqual([
      "2026-03-22 02:30",
      "2026-03-29 03:30",
      "2026-04-05 02:30",
    ]);
  });

  test("comes once in an hour that comes twice", () => {
    expect(series("weekly", "2026-10-18T00:30:00Z", 3)).toEqual([
      "2026-10-18 02:30",
      "2026-10-25 02:30",
      "2026-11-01 02:30",
    ]);
  });
});

describe("monthly", () => {
  test("is the same weekday of the month", () => {
    expect(series("monthly", "2026-01-13T09:00:00Z", 4)).toEqual([
      "2026-01-13 10:00",
      "2026-02-10 10:00",
      "2026-03-10 10:00",
      "2026-04-14 10:00",
    ]);
  });

  test("is the last such weekday from the 22nd on, so that no month is left out and none drifts", () => {
    expect(series("monthly", "2026-01-29T09:00:00Z", 4)).toEqual([
      "2026-01-29 10:00",
      "2026-02-26 10:00",
      "2026-03-26 10:00",
      "2026-04-30 10:00",
    ]);
    expect(series("monthly", "2026-12-22T09:00:00Z", 2)).toEqual(["2026-12-22 10:00", "2027-01-26 10:00"]);
  });
});

test("the next turn is on the same weekday, a week or a month on, whatever the zone", () => {
  const instants = fc.date({ min: at("2020-01-01T00:00:00Z"), max: at("2040-01-01T00:00:00Z"), noInvalidDate: true });
  const zones = fc.constantFrom(madrid, "UTC", "America/Santiago", "Asia/Kathmandu", "Australia/Lord_Howe");
  fc.assert(
    fc.property(instants, fc.constantFrom(...rhythms), zones, (turn, rhythm, zone) => {
      const next = nextTurn(rhythm, turn, null, zone);
      const days = wallOf(next, zone).day - wallOf(turn, zone).day;
      expect(days % 7).toBe(0);
      expect(rhythm === "weekly" ? [7] : [28, 35]).toContain(days);
    }),
  );
});

test("after a long time away all the turns that came are there, and the next one lies ahead", () => {
  const { come, next } = turnsUntil("weekly", at("2026-01-06T09:00:00Z"), null, at("2026-01-28T00:00:00Z"), madrid);
  expect(come.map(clock(madrid))).toEqual([
    "2026-01-06 10:00",
    "2026-01-13 10:00",
    "2026-01-20 10:00",
    "2026-01-27 10:00",
  ]);
  expect(clock(madrid)(next)).toBe("2026-02-03 10:00");
});

test("before the first turn none has come", () => {
  const first = at("2026-01-06T09:00:00Z");
  expect(turnsUntil("weekly", first, null, at("2026-01-06T08:59:59Z"), madrid)).toEqual({ come: [], next: first });
});
