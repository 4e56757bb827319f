import type { EntryRecord } from "./export-schema";

/** Entries of one part of a printed record: some 150 pages. */
export const entriesPerPart = 2_000;

/** The entries of a part, in the order in which things happened. Parts count from 1; what lies outside is the nearest. */
export function recordPart(entries: EntryRecord[], wanted: number) {
  const sorted = entries.toSorted((a, b) => a.happenedAt.localeCompare(b.happenedAt) || a.seq - b.seq);
  const parts = Math.max(1, Math.ceil(sorted.length / entriesPerPart));
  const part = Math.min(Math.max(Number.isInteger(wanted) ? wanted : 1, 1), parts);
  const from = (part - 1) * entriesPerPart;
  return { part, parts, from, shown: sorted.slice(from, from + entriesPerPart), total: sorted.length };
}
