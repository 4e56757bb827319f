"use client";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { laterDialog } from "@/components/ui/later-dialog";
import type { EntryView } from "../../timeline/schema";
import { filterParams } from "../../timeline/window/filter";
import { instantIn } from "../../timeline/window/order";
import type { EntryFilter } from "../../timeline/window/schema";
import { isWhole } from "../../timeline/window/timeline-window";
import { useLiveIncident } from "../view/live-incident";
import { ClockNotice } from "./clock-notice";
import { EntryDialogs, type OpenEntry } from "./entry-dialogs";
import type { EntryChoice } from "./entry-menu";
import { TimelineBar } from "./timeline-bar";
import { TimelineFilter } from "./timeline-filter";
import { TimelineScroll } from "./timeline-scroll";
import { useReading } from "./use-reading";
import { useTimeline } from "./use-timeline";
import { timelineClocks, useTimelineChoice } from "./use-timeline-choice";
import { useTimelineKeys } from "./use-timeline-keys";

const JumpDialog = laterDialog(() => import("./jump-dialog").then((module) => module.JumpDialog));

type View = { first: EntryView; last: EntryView; atEnd: boolean; highest: number };

/** The timeline, the newest at the bottom, with how it is read above it. */
export function Timeline() {
  const t = useTranslations("incidents.log");
  const label = useTranslations("incidents.timeline")("label");
  const { incident, actor } = useLiveIncident();
  const timeline = useTimeline();
  const { window: held, wanted, go, show } = timeline;
  const { entries, order, filter, lastSeq } = held;
  const [choice, choose] = useTimelineChoice(actor.id ?? actor.name);
  const [open, setOpen] = useState<OpenEntry | "jump" | null>(null);
  const [filtering, setFiltering] = useState(!isWhole(held));
  const [focused, setFocused] = useState<number | null>(null);
  const { visit, unseen, seen } = useReading(lastSeq);
  const whole = isWhole(held);

  const [view, setView] = useState<View | null>(null);
  const onView = useCallback(
    (shown: View) => {
      setView((known) => (known && sameView(known, shown) ? known : shown));
      if (whole) seen(shown.atEnd ? Math.max(shown.highest, lastSeq) : shown.highest);
    },
    [seen, whole, lastSeq],
  );

  const place = useRef(view);
  place.current = view;
  const showFrom = useCallback(
    (next: { order?: typeof order; filter?: EntryFilter }) => {
      const at = place.current;
      // In another order a reader keeps the entry that they were at; another choice of entries begins at its end.
      const seq = at === null ? entryOfAddress() : at.atEnd || next.filter ? null : at.first.seq;
      const target = seq === null ? { to: "end" as const } : { to: "entry" as const, seq };
      return show(next.order ?? order, next.filter ?? wanted, target);
    },
    [show, order, wanted],
  );
  useEffect(() => {
    if (choice.order !== order) void showFrom({ order: choice.order });
  }, [choice.order, order, showFrom]);

  useEffect(() => {
    const follow = () => {
      const seq = entryOfAddress();
      if (seq !== null) void go({ to: "entry", seq });
    };
    follow();
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, [go]);

  useEffect(() => writeAddress(filter), [filter]);
  const nextClock = () => {
    const at = timelineClocks.indexOf(choice.clock);
    choose({ clock: timelineClocks[(at + 1) % timelineClocks.length] });
  };
  const nextOrder = () => choose({ order: choice.order === "happened" ? "recorded" : "happened" });
  const step = (by: 1 | -1) => {
    const at = entries.findIndex(({ seq }) => seq === focused);
    const start =
      at === -1 ? entries.findIndex(({ seq }) => seq === (by === 1 ? view?.first : view?.last)?.seq) : at + by;
    const next = entries[start];
    if (next) setFocused(next.seq);
  };
  const firstUnread = visit ? visit.after + 1 : null;
  useTimelineKeys({
    step,
    toEnd: () => go({ to: "end" }),
    toUnread: firstUnread === null ? null : () => go({ to: "entry", seq: firstUnread }),
    jump: () => setOpen("jump"),
    filter: () => {
      setFiltering(true);
      requestAnimationFrame(() => document.querySelector<HTMLElement>("[data-filter-text]")?.focus());
    },
    order: nextOrder,
    clock: nextClock,
  });

  const unreadAt = useMemo(() => {
    if (!visit || !whole) return -1;
    const lastKnown = entries.findLastIndex(({ seq }) => seq <= visit.after);
    return lastKnown === -1 && held.before > 0 ? -1 : lastKnown + 1;
  }, [visit, whole, entries, held.before]);
  const began = incident.impactStartedAt ?? incident.declaredAt;
  const time = useMemo(() => ({ clock: choice.clock, began }), [choice.clock, began]);
  const onOpen = useCallback((chosen: EntryChoice, entry: EntryView) => setOpen({ choice: chosen, entry }), []);
  const look = useMemo(() => ({ time, visit, unreadAt, onOpen }), [time, visit, unreadAt, onOpen]);
  const above = visit && unreadAt > 0 && view && entries[unreadAt] && isAbove(entries[unreadAt], view, held.entries);
  return (
    <section
      aria-label={label}
      aria-busy={timeline.loading === "stretch"}
      className="relative flex min-h-0 flex-1 flex-col"
    >
      <TimelineBar
        choice={choice}
        at={view ? instantIn(order, view.first) : null}
        filtering={filtering}
        onFilter={() => setFiltering(!filtering)}
        onJump={() => setOpen("jump")}
        onOrder={nextOrder}
        onClock={nextClock}
      />
      {filtering && <TimelineFilter filter={wanted} onFilter={(next) => void showFrom({ filter: next })} />}
      <ClockNotice />
      {timeline.failed && <p className="px-3 py-1 text-sm text-warning">{t("failed")}</p>}
      {entries.length === 0 && !whole && <p className="px-3 py-6 text-center text-muted">{t("none")}</p>}
      <TimelineScroll key={timeline.generation} look={look} focused={focused} onView={onView} />
      <div className="pointer-events-none absolute inset-x-0 bottom-2 z-10 flex justify-center gap-2 *:pointer-events-auto">
        {above && firstUnread !== null && (
          <Button size="sm" onClick={() => go({ to: "entry", seq: firstUnread })}>
            {t("unreadAbove", { count: visit.until - visit.after })}
            <ArrowUp aria-hidden className="size-3.5" />
          </Button>
        )}
        {view && !view.atEnd && (
          <Button size="sm" onClick={() => go({ to: "end" })}>
            {unseen > 0 && whole ? t("newBelow", { count: unseen }) : t("toLast")}
            <ArrowDown aria-hidden className="size-3.5" />
          </Button>
        )}
      </div>
      <p aria-live="polite" className="sr-only">
        {view && !view.atEnd && unseen > 0 && whole ? t("newBelow", { count: unseen }) : ""}
      </p>
      {open === "jump" && <JumpDialog time={time} unread={firstUnread} onGo={go} onClose={() => setOpen(null)} />}
      {open && open !== "jump" && <EntryDialogs open={open} entries={entries} onClose={() => setOpen(null)} />}
    </section>
  );
}

/** The entry that the address is a link to. */
function entryOfAddress(): number | null {
  const seq = /^#entry-(\d+)$/.exec(location.hash)?.[1];
  return seq ? Number(seq) : null;
}

/** The address says what is shown; an entry that it links to is not shown any more when that changes. */
function writeAddress(filter: EntryFilter): void {
  const address = new URL(location.href);
  for (const name of ["kind", "by", "q"]) address.searchParams.delete(name);
  for (const [name, value] of Object.entries(filterParams(filter))) address.searchParams.set(name, value);
  if (address.search === location.search) return;
  address.hash = "";
  history.replaceState(history.state, "", address);
}

const sameView = (a: View, b: View) =>
  a.first === b.first && a.last === b.last && a.atEnd === b.atEnd && a.highest === b.highest;

const isAbove = (entry: EntryView, view: View, entries: EntryView[]) =>
  entries.findIndex(({ id }) => id === entry.id) < entries.findIndex(({ id }) => id === view.first.id);
