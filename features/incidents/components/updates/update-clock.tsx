"use client";
import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { ClockArc } from "@/components/ui/clock-arc";
import { stopwatch } from "@/components/ui/duration-parts";
import { useTicking } from "@/components/ui/now";
import { updateEvery } from "../../cadence";
import { useLiveIncident } from "../view/live-incident";

/** How long until the next update is due, by the second; past that, by how much it is late, in words. */
export function UpdateClock() {
  const t = useTranslations("incidents.updates");
  const { incident, skew } = useLiveIncident();
  const now = useTicking("second") - skew;
  const { nextUpdateDueAt, severity } = incident;
  if (!nextUpdateDueAt) return null;
  const due = Date.parse(nextUpdateDueAt);
  const whole = (updateEvery[severity] ?? 3_600) * 1_000;
  const left = Math.ceil((due - now) / 1_000);
  if (left <= 0) {
    return (
      <span
        role="timer"
        className="inline-flex items-center gap-1.5 text-sm font-semibold whitespace-nowrap text-warning"
      >
        <TriangleAlert aria-hidden className="size-4" />
        {t("overdue", { time: stopwatch(-left) })}
      </span>
    );
  }
  return (
    <span role="timer" title={nextUpdateDueAt} className="inline-flex items-center gap-1.5 text-sm whitespace-nowrap">
      <ClockArc part={1 - (due - now) / whole} className="size-4 text-accent" />
      <span className="tabular-nums">{t("left", { time: stopwatch(left) })}</span>
    </span>
  );
}
