"use client";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useLayoutEffect, useRef } from "react";
import type { EntryView } from "../../timeline/schema";
import { type EntryLook, EntryRow } from "./entry-row";
import { TimelineStart } from "./timeline-start";
import { useFollowing } from "./use-following";
import { useTimeline } from "./use-timeline";

/** Pixels from the end within which a reader counts as following. */
const nearEnd = 120;
/** Pixels from an edge of what is held at which more is read. */
const nearEdge = 900;
/** Pixels: a row until it is measured, the list's own margins. */
const rowHeight = 56;
const padding = { start: 44, end: 8 };
/** Entries in the page as the server sends it, before it is known how many fit. */
const inPage = 24;

/** The end of the timeline as it is in the page that the server sends. */
export function SentEntries({ look }: { look: EntryLook }) {
  const { entries } = useTimeline().window;
  const from = Math.max(0, entries.length - inPage);
  return (
    <div className="relative mt-auto shrink-0">
      <TimelineStart />
      <ol>
        {entries.slice(from).map(({ id }, at) => (
          <EntryRow key={id} index={from + at} look={look} />
        ))}
      </ol>
    </div>
  );
}

export type LiveEntriesProps = {
  /** What scrolls. */
  box: HTMLDivElement;
  /** Its height in pixels, as far as it is known before this is rendered first. */
  height: number;
  look: EntryLook;
  /** Number of the entry that has the keyboard's focus, brought into view when it changes. */
  focused: number | null;
  /** Told which entries are on the screen, and whether the last one of all is among them. */
  onView: (view: { first: EntryView; last: EntryView; atEnd: boolean; highest: number }) => void;
};

/**
 * The entries that are held, of which only those on the screen are rendered. Who reads at the end stays at the end; who reads
 * above is left alone, whatever comes in before or after.
 */
export function LiveEntries({ box, height, look, focused, onView }: LiveEntriesProps) {
  const { window: held, goal, loading, failed, load } = useTimeline();
  const { entries, before, after } = held;
  // Before the list looks where it is, so that it begins where the page ended that the server sent.
  useLayoutEffect(() => {
    box.scrollTop = box.scrollHeight;
  }, [box]);
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => box,
    getItemKey: useCallback((index: number) => entries[index]?.id ?? index, [entries]),
    estimateSize: () => rowHeight,
    // With these the rows at the end are the first that are rendered, and not those at the beginning before them.
    initialRect: { width: 0, height },
    initialOffset: () => Math.max(0, padding.start + entries.length * rowHeight + padding.end - height),
    overscan: 8,
    anchorTo: "end",
    followOnAppend: after === 0,
    scrollEndThreshold: nearEnd,
    paddingStart: padding.start,
    paddingEnd: padding.end,
  });
  const items = virtual.getVirtualItems();

  const follow = useFollowing(box, after === 0);
  const latest = useRef(entries);
  latest.current = entries;
  useLayoutEffect(() => {
    const index = latest.current.findIndex(({ seq }) => seq === goal.seq);
    if (goal.seq === "start") virtual.scrollToOffset(0);
    else if (index === -1) virtual.scrollToEnd();
    else virtual.scrollToIndex(index, { align: "center" });
    follow(goal.seq !== "start" && index === -1);
  }, [goal, virtual, follow]);

  useEffect(() => {
    const index = latest.current.findIndex(({ seq }) => seq === focused);
    if (index === -1) return;
    virtual.scrollToIndex(index, { align: "auto" });
    // The row may have to be rendered first.
    const frame = requestAnimationFrame(() => document.getElementById(`entry-${focused}`)?.focus());
    return () => cancelAnimationFrame(frame);
  }, [focused, virtual]);

  const { range } = virtual;
  const [from, to] = [range?.startIndex, range?.endIndex];
  const settled = !virtual.isScrolling;
  useEffect(() => {
    if (from === undefined || to === undefined) return;
    const below = box.scrollHeight - box.scrollTop - box.clientHeight;
    if (!loading && !failed && before > 0 && box.scrollTop < nearEdge) void load("before");
    else if (!loading && !failed && after > 0 && below < nearEdge) void load("after");
    const shown = entries.slice(from, to + 1);
    const [first, last] = [shown[0], shown.at(-1)];
    if (!first || !last || !settled) return;
    onView({ first, last, atEnd: after === 0 && below < nearEnd, highest: Math.max(...shown.map(({ seq }) => seq)) });
  }, [box, entries, before, after, from, to, settled, loading, failed, load, onView]);

  return (
    <div className="relative mt-auto shrink-0" style={{ height: virtual.getTotalSize() }}>
      <TimelineStart />
      <ol className="absolute inset-x-0 top-0" style={{ transform: `translateY(${items[0]?.start ?? 0}px)` }}>
        {items.map(({ index }) => (
          <EntryRow key={entries[index]?.id ?? index} index={index} look={look} measure={virtual.measureElement} />
        ))}
      </ol>
    </div>
  );
}
