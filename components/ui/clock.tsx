"use client";
import { useTranslations } from "next-intl";
import { classes } from "./classes";
import { ClockArc } from "./clock-arc";
import { stopwatch } from "./duration-parts";
import { useTicking } from "./now";

type ElapsedClockProps = {
  /** ISO instant at which it started. */
  since: string;
  /** Time budget in seconds: drawn as a thin arc that fills. */
  limit?: number | null;
  /** Without a budget: seconds that it usually takes. The arc fills, and nothing is wrong beyond it. */
  usual?: number | null;
  /** ISO instant at which it stopped, if it did. */
  until?: string | null;
  className?: string;
};

/** Time since an instant, by the second. Past its limit it says so in words, not by colour alone. */
export function ElapsedClock({ since, limit, usual, until, className }: ElapsedClockProps) {
  const t = useTranslations("ui");
  const now = useTicking("second");
  const end = until ? new Date(until).getTime() : now;
  const seconds = Math.max(0, (end - new Date(since).getTime()) / 1000);
  const over = limit ? seconds > limit : false;
  const expected = limit || usual;
  return (
    <span
      role="timer"
      className={classes("inline-flex items-center gap-1.5 font-mono", over ? "text-danger" : "text-ink", className)}
    >
      {expected ? <ClockArc part={seconds / expected} className={limit ? "" : "text-muted"} /> : null}
      <time dateTime={`PT${Math.floor(seconds)}S`}>{stopwatch(seconds)}</time>
      {limit ? <span className="text-muted">/ {stopwatch(limit)}</span> : null}
      {over && <span className="font-sans text-xs font-semibold">{t("overLimit")}</span>}
      {!limit && usual ? (
        <span className="font-sans text-sm text-muted">
          {t(seconds > usual ? "longerThanUsual" : "usually", { time: stopwatch(usual) })}
        </span>
      ) : null}
    </span>
  );
}
