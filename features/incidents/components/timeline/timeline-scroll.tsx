"use client";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import type { EntryView } from "../../timeline/schema";
import { totalOf } from "../../timeline/window/timeline-window";
import { useFollowing } from "./use-following";
import { useTimeline } from "./use-timeline";

/** Pixels from the end within which a reader counts as following. */
const nearEnd = 120;
/** Pixels from an edge of what is held at which more is read. */
const nearEdge = 900;
/** Entries in the page as the server sends it, before it is known how many fit. */
const inPage = 30;
/** Pixels: a row until it is measured, the list's own margins. */
const rowHeight = 56;
const padding = { start: 44, end: 8 };

type TimelineScrollProps = {
  /** False for the page as the server sends it: its end, as it is. */
  alive: boolean;
  row: (entry: EntryView, before: EntryView | undefined, index: number) => ReactNode;
  /** Number of the entry that has the keyboard's focus, brought into view when it changes. */
  focused: number | null;
  /** Told which entries are on the screen, and whether the last one of all is among them. */
  onView: (view: { first: EntryView; last: EntryView; atEnd: boolean; highest: number }) => void;
};

/**
 * The entries that are held, of which only those on the screen are rendered. Who reads at the end stays at the end; who reads
 * above is left alone, whatever comes in before or after.
 */
export function TimelineScroll({ alive, row, focused, onView }: TimelineScrollProps) {
  const t = useTranslations("incidents.timeline");
  const { window: held, goal, loading, failed, load } = useTimeline();
  const { entries, before, after } = held;
  const box = useRef<HTMLDivElement>(null);
  const height = useRef(0);
  // Before the list looks where it is, so that it begins where the page ended that the server sent.
  useLayoutEffect(() => {
    const { current } = box;
    if (!current) return;
    height.current = current.clientHeight;
    if (alive) current.scrollTop = current.scrollHeight;
  }, [alive]);
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => box.current,
    getItemKey: useCallback((index: number) => entries[index]?.id ?? index, [entries]),
    estimateSize: () => rowHeight,
    // With these the rows at the end are the first that are rendered, and not those at the beginning before them.
    initialRect: { width: 0, height: height.current },
    initialOffset: () => Math.max(0, padding.start + entries.length * rowHeight + padding.end - height.current),
    overscan: 8,
    anchorTo: "end",
    followOnAppend: after === 0,
    scrollEndThreshold: nearEnd,
    paddingStart: padding.start,
    paddingEnd: padding.end,
    enabled: alive,
  });
  const items = alive
    ? virtual.getVirtualItems()
    : entries.slice(-inPage).map((_, at) => ({ index: Math.max(0, entries.length - inPage) + at, start: 0 }));

  const follow = useFollowing(box, alive && after === 0);
  const latest = useRef(entries);
  latest.current = entries;
  useLayoutEffect(() => {
    if (!alive) return;
    const index = latest.current.findIndex(({ seq }) => seq === goal.seq);
    if (goal.seq === "start") virtual.scrollToOffset(0);
    else if (index === -1) virtual.scrollToEnd();
    else virtual.scrollToIndex(index, { align: "center" });
    follow(goal.seq !== "start" && index === -1);
  }, [alive, goal, virtual, follow]);

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
    const { current } = box;
    if (!current || from === undefined || to === undefined) return;
    const below = current.scrollHeight - current.scrollTop - current.clientHeight;
    if (!loading && !failed && before > 0 && current.scrollTop < nearEdge) void load("before");
    else if (!loading && !failed && after > 0 && below < nearEdge) void load("after");
    const shown = entries.slice(from, to + 1);
    const [first, last] = [shown[0], shown.at(-1)];
    if (!first || !last || !settled) return;
    onView({ first, last, atEnd: after === 0 && below < nearEnd, highest: Math.max(...shown.map(({ seq }) => seq)) });
  }, [entries, before, after, from, to, settled, loading, failed, load, onView]);

  return (
    <div
      ref={box}
      // Before the browser measures, the end is where it will be: a list from below needs no script for that.
      className={classes(
        "flex min-h-0 flex-1 overflow-y-auto overscroll-contain px-1 [overflow-anchor:none] sm:px-2",
        alive ? "flex-col" : "flex-col-reverse",
      )}
    >
      <div className="relative mt-auto shrink-0" style={alive ? { height: virtual.getTotalSize() } : undefined}>
        {before > 0 && (
          <div className="flex h-11 items-center justify-center">
            <Button size="sm" onClick={() => load("before")} disabled={loading === "before"}>
              {loading === "before" ? t("loading") : t("earlier", { count: before })}
            </Button>
          </div>
        )}
        <ol
          // One and the same would count as having moved (Layout Instability), although its rows stay where they are.
          key={alive ? "list" : "sent"}
          className={alive ? "absolute inset-x-0 top-0" : ""}
          style={alive ? { transform: `translateY(${items[0]?.start ?? 0}px)` } : undefined}
        >
          {items.map(({ index }) => {
            const entry = entries[index];
            return entry ? (
              <li
                key={entry.id}
                id={`entry-${entry.seq}`}
                ref={alive ? virtual.measureElement : undefined}
                data-index={index}
                aria-posinset={before + index + 1}
                aria-setsize={totalOf(held)}
                aria-current={goal.mark && goal.seq === entry.seq ? "location" : undefined}
                tabIndex={-1}
                className="pb-0.5 -outline-offset-2"
              >
                {row(entry, entries[index - 1], index)}
              </li>
            ) : null;
          })}
        </ol>
      </div>
    </div>
  );
}
