"use client";
import type { EntryView } from "../../timeline/schema";
import { isWhole, totalOf } from "../../timeline/window/timeline-window";
import { useLiveIncident } from "../view/live-incident";
import type { EntryChoice } from "./entry-menu";
import { TimelineRow } from "./timeline-row";
import type { TimelineTime } from "./timeline-time";
import type { Visit } from "./use-reading";
import { useTimeline } from "./use-timeline";

/** How the entries of a timeline are shown, for all of them. */
export type EntryLook = {
  time: TimelineTime;
  /** What came while the reader was away. */
  visit: Visit | null;
  /** Place of the first of them among the entries that are held; -1 where it is not among these. */
  unreadAt: number;
  onOpen: (choice: EntryChoice, entry: EntryView) => void;
};

type EntryRowProps = {
  index: number;
  look: EntryLook;
  measure?: (row: HTMLLIElement | null) => void;
};

/** The entry at a place of those that are held, as an item of their list. */
export function EntryRow({ index, look, measure }: EntryRowProps) {
  const { incident } = useLiveIncident();
  const { window: held, goal } = useTimeline();
  const { entries, order, before } = held;
  const { time, visit, unreadAt, onOpen } = look;
  const entry = entries[index];
  if (!entry) return null;
  const whole = isWhole(held);
  const marked = goal.mark && goal.seq === entry.seq;
  return (
    <li
      id={`entry-${entry.seq}`}
      ref={measure}
      data-index={index}
      aria-posinset={before + index + 1}
      aria-setsize={totalOf(held)}
      aria-current={marked ? "location" : undefined}
      tabIndex={-1}
      className="pb-0.5 -outline-offset-2"
    >
      <TimelineRow
        entry={entry}
        before={entries[index - 1]}
        first={index === 0 && before === 0}
        order={order}
        time={time}
        over={incident.resolvedAt}
        whole={whole}
        unreadFromHere={visit && index === unreadAt ? visit.until - visit.after : null}
        isNew={visit !== null && whole && index < unreadAt && entry.seq > visit.after && entry.seq <= visit.until}
        marked={marked}
        onOpen={onOpen}
      />
    </li>
  );
}
