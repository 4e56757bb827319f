"use client";
import { useTranslations } from "next-intl";
import { stopwatch } from "@/components/ui/duration-parts";
import { useTicking } from "@/components/ui/now";

/** @param skew milliseconds that this browser's clock is ahead of the server's */
export function TimeLeft({ until, skew }: { until: string; skew: number }) {
  const t = useTranslations("approvals");
  const left = (Date.parse(until) + skew - useTicking("second")) / 1_000;
  return (
    <span role="timer" className="text-sm text-muted tabular-nums">
      {left > 0 ? t("expiresIn", { time: stopwatch(left) }) : t("expired")}
    </span>
  );
}
