import type { EntryView } from "../schema";
import type { TimelineOrder } from "./schema";

export type Placed = Pick<EntryView, "seq" | "happenedAt">;
export type Compare = (a: Placed, b: Placed) => number;

const bySeq: Compare = (a, b) => a.seq - b.seq;
// ISO 8601 in UTC sorts as text.
const byHappened: Compare = (a, b) =>
  a.happenedAt === b.happenedAt ? a.seq - b.seq : a.happenedAt < b.happenedAt ? -1 : 1;

/** The orders of a timeline as the database keeps them: each is total, so that pages fit together. */
export const compareBy: Record<TimelineOrder, Compare> = { happened: byHappened, recorded: bySeq };

/** The instant that an entry stands at in an order. */
export const instantIn = (order: TimelineOrder, entry: EntryView): string =>
  order === "happened" ? entry.happenedAt : entry.recordedAt;

/** Where an entry belongs among sorted ones: how many come before it. */
export function placeAmong(entries: readonly Placed[], entry: Placed, compare: Compare): number {
  let [low, high] = [0, entries.length];
  const last = entries.at(-1);
  if (last && compare(last, entry) < 0) return high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(entries[middle] as Placed, entry) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** An entry's place as a parameter of an address. */
export const cursorOf = ({ happenedAt, seq }: Placed): string => `${happenedAt},${seq}`;
