"use client";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { classes } from "@/components/ui/classes";
import type { EntryView } from "../../timeline/schema";
import { minuteOf, silenceBetween } from "../../timeline/times";
import { instantIn } from "../../timeline/window/order";
import type { TimelineOrder } from "../../timeline/window/schema";
import { EntryItem } from "./entry-item";
import type { EntryChoice } from "./entry-menu";
import { DayLine, MinuteMark, type TimelineTime, useSpan } from "./timeline-time";

type TimelineRowProps = {
  entry: EntryView;
  /** The neighbour above, if it is held. */
  before: EntryView | undefined;
  /** Whether it is the first of all. */
  first: boolean;
  order: TimelineOrder;
  time: TimelineTime;
  /** When the incident was over; null while it is active. */
  over: string | null;
  /** Whether all entries are shown: silences mean nothing between chosen ones. */
  whole: boolean;
  /** Entries that came while the reader was away, where they begin. */
  unreadFromHere: number | null;
  /** It is one of them, but stands above that line because it happened earlier. */
  isNew: boolean;
  marked: boolean;
  onOpen: (choice: EntryChoice, entry: EntryView) => void;
};

/** An entry with what stands before it: the day, a silence, what is new. Rows are rendered anew only for what changes in them. */
export const TimelineRow = memo(function TimelineRow(props: TimelineRowProps) {
  const { entry, before, first, order, time, over, whole, unreadFromHere, isNew, marked, onOpen } = props;
  const t = useTranslations("incidents.log");
  const span = useSpan();
  const at = instantIn(order, entry);
  const previous = before && instantIn(order, before);
  const silence = whole && before ? silenceBetween(before, entry, order, { since: time.began, until: over }) : null;
  const firstOfMinute = previous === undefined || minuteOf(previous) !== minuteOf(at);
  return (
    <>
      {/* Without the neighbour, whether the day changes is not known yet; the bar says which one it is. */}
      {(before || first) && <DayLine at={at} before={previous} time={time} />}
      {silence !== null && (
        <p className={classes("my-1 text-sm text-muted", time.clock === "elapsed" ? "pl-16" : "pl-[3.25rem]")}>
          {t("silence", { span: span(silence) })}
        </p>
      )}
      {unreadFromHere !== null && (
        <p
          id="unread"
          className="my-1.5 flex items-center gap-3 text-sm font-medium text-accent after:h-px after:flex-1 after:bg-accent"
        >
          {t("unread", { count: unreadFromHere })}
        </p>
      )}
      <div
        className={classes(
          "grid rounded",
          time.clock === "elapsed" ? "grid-cols-[4rem_minmax(0,1fr)]" : "grid-cols-[3.25rem_minmax(0,1fr)]",
          marked && "bg-accent-soft",
        )}
      >
        <div className="pt-1 pl-1 text-sm text-muted">{firstOfMinute && <MinuteMark at={at} time={time} />}</div>
        <EntryItem entry={entry} isNew={isNew} onOpen={onOpen} />
      </div>
    </>
  );
});
