import type { EntryView } from "./schema";

/** Entries that happened in the same minute. */
export type MinuteGroup = { at: string; entries: EntryView[] };

/** Entries in the order in which things happened, minute by minute; within a minute as they were written. */
export function groupByMinute(entries: EntryView[]): MinuteGroup[] {
  const groups: MinuteGroup[] = [];
  const ordered = entries.toSorted((a, b) => minuteOf(a).localeCompare(minuteOf(b)) || a.seq - b.seq);
  for (const entry of ordered) {
    const at = `${minuteOf(entry)}:00.000Z`;
    const last = groups.at(-1);
    if (last?.at === at) last.entries.push(entry);
    else groups.push({ at, entries: [entry] });
  }
  return groups;
}

/** `2026-01-15T03:04`: ISO 8601 in UTC sorts as text. */
const minuteOf = (entry: EntryView) => entry.happenedAt.slice(0, 16);

/** Seconds between happening and writing down, when it is worth saying: more than a minute. */
export function lateness(entry: Pick<EntryView, "happenedAt" | "recordedAt">): number | null {
  const seconds = (Date.parse(entry.recordedAt) - Date.parse(entry.happenedAt)) / 1_000;
  return seconds > 60 ? seconds : null;
}
