"use client";
import { useTranslations } from "next-intl";
import { classes } from "./classes";
import { stopwatch } from "./duration-parts";
import { useTicking } from "./now";

type ElapsedClockProps = {
  /** ISO instant at which it started. */
  since: string;
  /** Time budget in seconds: drawn as a thin arc that fills. */
  limit?: number | null;
  /** ISO instant at which it stopped, if it did. */
  until?: string | null;
  className?: string;
};

const radius = 8;
const length = 2 * Math.PI * radius;

/** Time since an instant, by the second. Past its limit it says so in words, not by colour alone. */
export function ElapsedClock({ since, limit, until, className }: ElapsedClockProps) {
  const t = useTranslations("ui");
  const now = useTicking("second");
  const end = until ? new Date(until).getTime() : now;
  const seconds = Math.max(0, (end - new Date(since).getTime()) / 1000);
  const over = limit ? seconds > limit : false;
  return (
    <span
      role="timer"
      className={classes("inline-flex items-center gap-1.5 font-mono", over ? "text-danger" : "text-ink", className)}
    >
      {limit ? <Arc part={Math.min(1, seconds / limit)} /> : null}
      <time dateTime={`PT${Math.floor(seconds)}S`}>{stopwatch(seconds)}</time>
      {limit ? <span className="text-muted">/ {stopwatch(limit)}</span> : null}
      {over && <span className="font-sans text-xs font-semibold">{t("overLimit")}</span>}
    </span>
  );
}

function Arc({ part }: { part: number }) {
  return (
    <svg aria-hidden viewBox="0 0 20 20" className="size-5 -rotate-90">
      <circle cx="10" cy="10" r={radius} fill="none" strokeWidth="2" className="stroke-line" />
      <circle
        cx="10"
        cy="10"
        r={radius}
        fill="none"
        strokeWidth="2"
        stroke="currentColor"
        strokeDasharray={length}
        strokeDashoffset={length * (1 - part)}
      />
    </svg>
  );
}
