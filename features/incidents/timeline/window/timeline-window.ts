import type { EntryView } from "../schema";
import { isOpen, passes } from "./filter";
import { compareBy, type Placed, placeAmong } from "./order";
import type { EntryFilter, TimelineOrder, WindowView } from "./schema";

/**
 * The stretch of a timeline that a page holds: entries next to each other, kept current by what arrives. What lies beyond is
 * only counted. Everything may arrive twice and out of order: from the page, an answer, the stream.
 */
export type TimelineWindow = WindowView & {
  order: TimelineOrder;
  filter: EntryFilter;
  /** Number of the newest entry when the stretch was read: up to it, all are counted already. */
  readSeq: number;
  /** What arrived since the stretch was read: an answer that is older than it must not hide it. By id; the latest only. */
  recent: ReadonlyMap<string, EntryView>;
};

/** Entries held at the most, and how many stay when it is more. */
export const most = 1_500;
const kept = 1_000;
const mostRecent = 500;

export function openWindow(view: WindowView, order: TimelineOrder, filter: EntryFilter): TimelineWindow {
  return { ...view, order, filter, readSeq: view.lastSeq, recent: new Map() };
}

/** Another stretch instead of this one, with what arrived while it was asked for. */
export function replaceWindow(
  window: TimelineWindow,
  view: WindowView,
  order: TimelineOrder,
  filter: EntryFilter,
): TimelineWindow {
  return receive(openWindow(view, order, filter), [...window.recent.values()]);
}

/** Adds what was read before or after the stretch. The far end is let go where it became too long. */
export function extendWindow(window: TimelineWindow, side: "before" | "after", view: WindowView): TimelineWindow {
  const known = new Set(window.entries.map(({ id }) => id));
  const compare = compareBy[window.order];
  const [first, last] = [window.entries[0], window.entries.at(-1)];
  const fits = (entry: EntryView) =>
    side === "before" ? !first || compare(entry, first) < 0 : !last || compare(entry, last) > 0;
  const added = view.entries
    .map((entry) => newer(window.recent.get(entry.id), entry))
    .filter((entry) => !known.has(entry.id) && fits(entry))
    .toSorted(compare);
  const end = view.entries.length === 0 || view[side] === 0;
  const left = end ? 0 : Math.max(1, window[side] - added.length);
  const entries = side === "before" ? [...added, ...window.entries] : [...window.entries, ...added];
  const longer = trim({ ...window, entries, [side]: left }, side === "before" ? "after" : "before");
  // The end was read before these arrived.
  return end && side === "after" ? receive(longer, [...window.recent.values()]) : longer;
}

/** What arrives: new entries and newer texts of old ones. What falls outside the stretch is counted. */
export function receive(window: TimelineWindow, given: readonly EntryView[]): TimelineWindow {
  const recent = new Map(window.recent);
  const compare = compareBy[window.order];
  let { entries, before, after, lastSeq } = window;
  let own = false;
  // Copied once and only when something changes: hundreds may arrive at a time.
  const editable = () => {
    if (!own) entries = entries.slice();
    own = true;
    return entries;
  };
  for (const entry of given) {
    const heard = recent.get(entry.id);
    const latest = newer(heard, entry);
    recent.delete(entry.id);
    recent.set(entry.id, latest);
    const fresh = entry.seq > window.readSeq && !heard;
    lastSeq = Math.max(lastSeq, entry.seq);
    const at = indexOf(entries, entry, compare);
    const known = entries[at];
    if (known) {
      if (newer(known, latest) === known) continue;
      editable().splice(at, 1);
    } else if (!passes(window.filter, latest)) continue;
    const place = placeAmong(entries, latest, compare);
    if (place === 0 && before > 0) before += known || fresh ? 1 : 0;
    else if (place === entries.length && after > 0) after += known || fresh ? 1 : 0;
    else editable().splice(place, 0, latest);
  }
  for (const id of recent.keys()) {
    if (recent.size <= mostRecent) break;
    recent.delete(id);
  }
  return trim({ ...window, entries, before, after, lastSeq, recent }, "before");
}

/** How many entries pass the filter on the whole timeline. */
export const totalOf = ({ entries, before, after }: TimelineWindow): number => before + entries.length + after;

/** Whether nothing is left out by choice: positions, silences and what is unread mean something. */
export const isWhole = ({ filter }: TimelineWindow): boolean => isOpen(filter);

function trim(window: TimelineWindow, side: "before" | "after"): TimelineWindow {
  const over = window.entries.length - kept;
  if (window.entries.length <= most) return window;
  return side === "before"
    ? { ...window, entries: window.entries.slice(over), before: window.before + over }
    : { ...window, entries: window.entries.slice(0, kept), after: window.after + over };
}

/** Where the entry is, also when a correction moved it; -1 when it is not there. */
function indexOf(entries: readonly EntryView[], entry: EntryView, compare: (a: Placed, b: Placed) => number): number {
  const place = placeAmong(entries, entry, compare);
  if (entries[place]?.id === entry.id) return place;
  if (entry.revision === 0) return -1;
  return entries.findIndex(({ id }) => id === entry.id);
}

function newer(known: EntryView | undefined, given: EntryView): EntryView {
  if (!known || given.revision > known.revision) return given;
  if (given.revision < known.revision) return known;
  return given.retracted !== null && known.retracted === null ? given : known;
}
