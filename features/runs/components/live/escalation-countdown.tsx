"use client";
import { PhoneCall } from "lucide-react";
import { useTranslations } from "next-intl";
import { stopwatch } from "@/components/ui/duration-parts";
import { useTicking } from "@/components/ui/now";
import { useLiveRun } from "./live-run";
import { onOurClock } from "./run-state";

/** Time left before the procedure says to escalate; once it is over, a calm word and the way there. */
export function EscalationCountdown() {
  const t = useTranslations("runs.escalation");
  const now = useTicking("second");
  const { run, skew } = useLiveRun();
  const { dueAt } = run.escalation;
  if (!dueAt || run.status !== "active") return null;
  const left = (Date.parse(onOurClock(dueAt, skew)) - now) / 1_000;
  const over = left <= 0;
  return (
    <span
      role="timer"
      className={`inline-flex items-center gap-1.5 text-sm ${over ? "font-semibold text-warning" : "text-muted"}`}
    >
      <PhoneCall aria-hidden className="size-4" />
      {over ? <a href="#escalation">{t("due")}</a> : t("in", { time: stopwatch(left) })}
    </span>
  );
}
