import { applyChange, type Moment, nothingYet } from "./moment";
import type { ReplayEntry } from "./schema";

/** By when things were written down, or by when they happened. */
export const bases = ["known", "happened"] as const;
export type Basis = (typeof bases)[number];

/** A timeline made ready for going to any moment at once. Times in ms since the epoch, never going back. */
export type ReplayIndex = {
  basis: Basis;
  entries: ReplayEntry[];
  times: number[];
  /** How the incident stands after each entry. */
  moments: Moment[];
  start: number;
  end: number;
};

const minute = 60_000;

/** Walks the entries once, in the order of the basis. Moments share what did not change, so 20,000 of them are cheap. */
export function replayIndex(entries: readonly ReplayEntry[], basis: Basis): ReplayIndex {
  const timeOf = (entry: ReplayEntry) => Date.parse(basis === "known" ? entry.recordedAt : entry.happenedAt);
  const sorted = entries.toSorted((a, b) => (basis === "known" ? 0 : timeOf(a) - timeOf(b)) || a.seq - b.seq);
  const times: number[] = [];
  const moments: Moment[] = [];
  let moment = nothingYet;
  for (const entry of sorted) {
    moment = entry.changes.reduce((before, change) => applyChange(before, change, entry.seq), moment);
    moments.push(moment);
    // Clocks of two processes may differ a little; the numbers do not.
    times.push(Math.max(timeOf(entry), times.at(-1) ?? 0));
  }
  const start = times[0] ?? 0;
  return { basis, entries: sorted, times, moments, start, end: Math.max(times.at(-1) ?? 0, start + minute) };
}

/** How many entries there are up to a moment. */
export function countUntil({ times }: ReplayIndex, at: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How the incident stands at a moment. */
export const momentAt = (index: ReplayIndex, at: number): Moment =>
  index.moments[countUntil(index, at) - 1] ?? nothingYet;

export type StoodText = { body: string; happenedAt: string; corrected: boolean; retracted: boolean };

/** What an entry said at a moment: as it stood then, or for what had happened, as it is known now. */
export function textAt(entry: ReplayEntry, basis: Basis, at: number): StoodText {
  const { body, happenedAt, earlier, retractedAt } = entry;
  const retracted = retractedAt !== null && (basis === "happened" || Date.parse(retractedAt) <= at);
  const stood = basis === "known" ? earlier.find(({ replacedAt }) => Date.parse(replacedAt) > at) : undefined;
  if (stood) return { body: stood.body, happenedAt: stood.happenedAt, corrected: true, retracted };
  return { body, happenedAt, corrected: false, retracted };
}

/** The last entries up to a moment, the newest last, and how many came before them. */
export function entriesUntil(index: ReplayIndex, at: number, most: number): { entries: ReplayEntry[]; before: number } {
  const count = countUntil(index, at);
  const before = Math.max(0, count - most);
  return { entries: index.entries.slice(before, count), before };
}
