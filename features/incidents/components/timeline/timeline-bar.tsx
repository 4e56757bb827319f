"use client";
import { ArrowDownUp, Clock, ListFilter, LocateFixed } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useTimeZoneOfReader } from "@/components/ui/now";
import { isOpen } from "../../timeline/window/filter";
import { totalOf } from "../../timeline/window/timeline-window";
import { Day, useZoneName } from "./timeline-time";
import { useTimeline } from "./use-timeline";
import type { TimelineChoice } from "./use-timeline-choice";

type TimelineBarProps = {
  choice: TimelineChoice;
  /** When the topmost entry on the screen stands, ISO 8601. */
  at: string | null;
  filtering: boolean;
  onFilter: () => void;
  onJump: () => void;
  onOrder: () => void;
  onClock: () => void;
};

/** How the timeline is read: what of it, from where, in which order and by which clock. Each is one touch, and one key. */
export function TimelineBar({ choice, at, filtering, onFilter, onJump, onOrder, onClock }: TimelineBarProps) {
  const t = useTranslations("incidents.log");
  const { window: held } = useTimeline();
  const filtered = !isOpen(held.filter);
  const zone = useTimeZoneOfReader();
  const zoneName = useZoneName(choice.clock, held.entries.at(-1)?.recordedAt ?? "2026-01-01T00:00:00.000Z");
  return (
    <div
      role="toolbar"
      aria-label={t("bar")}
      className="flex items-center gap-1 border-b border-line px-1 py-1 sm:px-2"
    >
      <Button
        size="sm"
        variant={filtered ? "secondary" : "ghost"}
        aria-expanded={filtering}
        title={t("filterTitle")}
        onClick={onFilter}
      >
        <ListFilter aria-hidden className="size-3.5" />
        {filtered ? t("found", { count: totalOf(held) }) : t("filter")}
      </Button>
      <Button size="sm" variant="ghost" aria-haspopup="dialog" title={t("jumpTitle")} onClick={onJump}>
        <LocateFixed aria-hidden className="size-3.5" />
        {t("jump")}
      </Button>
      <span className="min-w-0 flex-1 truncate text-center text-sm text-muted">
        {at && choice.clock !== "elapsed" && <Day at={at} clock={choice.clock} />}
      </span>
      <Button size="sm" variant="ghost" title={t("orderTitle")} onClick={onOrder}>
        <ArrowDownUp aria-hidden className="size-3.5" />
        {t(`orderShort.${choice.order}`)}
        <span className="sr-only">{t(`order.${choice.order}`)}</span>
      </Button>
      <Button size="sm" variant="ghost" title={t(`clock.${choice.clock}`, { zone })} onClick={onClock}>
        <Clock aria-hidden className="size-3.5" />
        <span className="min-w-9 text-left font-mono">{choice.clock === "elapsed" ? "T+" : zoneName}</span>
        <span className="sr-only">{t(`clock.${choice.clock}`, { zone })}</span>
      </Button>
    </div>
  );
}
