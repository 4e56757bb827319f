import { instantOf, type Wall, wallOf } from "@/features/incidents/quick/zone";

export const rhythms = ["weekly", "monthly"] as const;
export type Rhythm = (typeof rhythms)[number];

const dayMs = 86_400_000;

/** Which weekday of its month a day is: the first, second or third, or the last for all after the 21st. */
export type Occurrence = { weekday: number; week: 1 | 2 | 3 | "last" };

/** @param day days after 1970-01-01; `weekday` counts from Sunday, 0 */
export function occurrenceOf(day: number): Occurrence {
  const date = new Date(day * dayMs);
  const week = Math.ceil(date.getUTCDate() / 7);
  return { weekday: date.getUTCDay(), week: week === 1 || week === 2 || week === 3 ? week : "last" };
}

/**
 * The turn after `turn`, at the same hour by the clocks of `zone`.
 *
 * Monthly means the same weekday of the month (the second Tuesday), so that a drill never lands on a Sunday or on a 31st that
 * a month does not have; from the 22nd on it is the last such weekday, which every month has. On the night that clocks go
 * forward a turn whose hour does not exist comes an hour later, and the ones after it are back at their hour.
 *
 * @param before the turn before `turn`, if there was one: it knows the hour that `turn` may have lost to that night
 */
export function nextTurn(rhythm: Rhythm, turn: Date, before: Date | null, zone: string): Date {
  const { day, ...shown } = wallOf(turn, zone);
  const earlier = before && wallOf(before, zone);
  const meant = earlier && instantOf({ ...earlier, day }, zone).getTime() === turn.getTime() ? earlier : shown;
  const next: Wall = { day: nextDay(rhythm, day), hour: meant.hour, minute: meant.minute };
  return instantOf(next, zone);
}

function nextDay(rhythm: Rhythm, day: number): number {
  if (rhythm === "weekly") return day + 7;
  const { weekday, week } = occurrenceOf(day);
  const date = new Date(day * dayMs);
  const month = (offset: number) => Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + offset, 1) / dayMs;
  if (week === "last") {
    const last = month(2) - 1;
    return last - ((new Date(last * dayMs).getUTCDay() - weekday + 7) % 7);
  }
  const first = month(1);
  return first + ((weekday - new Date(first * dayMs).getUTCDay() + 7) % 7) + (week - 1) * 7;
}

export type Turns = {
  /** Turns that have come, oldest first. */
  come: Date[];
  /** The first one ahead. */
  next: Date;
};

/** The turns from `turn` until `now`, and the one ahead; the same for however long nobody looked. */
export function turnsUntil(rhythm: Rhythm, turn: Date, before: Date | null, now: Date, zone: string): Turns {
  const come: Date[] = [];
  let [next, last] = [turn, before];
  while (next <= now) {
    come.push(next);
    [next, last] = [nextTurn(rhythm, next, last, zone), next];
  }
  return { come, next };
}
