"use client";
import { useFormatter, useLocale } from "next-intl";
import { durationParts } from "./duration-parts";
import { useTicking, useTimeZoneOfReader } from "./now";

type Instant = string | Date;
const iso = (at: Instant) => (typeof at === "string" ? at : at.toISOString());

/** A date and time in the reader's zone (UTC, said so, until the browser tells). `style="time"` leaves the day out. */
export function DateTime({ at, style = "full" }: { at: Instant; style?: "full" | "time" | "date" }) {
  const locale = useLocale();
  const timeZone = useTimeZoneOfReader();
  const format = new Intl.DateTimeFormat(locale, {
    timeZone,
    ...(style !== "time" && { day: "numeric", month: "short", year: "numeric" }),
    ...(style !== "date" && { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
    ...(style !== "date" && timeZone === "UTC" && { timeZoneName: "short" }),
  });
  return (
    <time dateTime={iso(at)} title={iso(at)} className="whitespace-nowrap">
      {format.format(new Date(at))}
    </time>
  );
}

/** A calendar day such as a review date: the same everywhere, no zone. `day` is `YYYY-MM-DD`. */
export function CalendarDay({ day }: { day: string }) {
  const locale = useLocale();
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  return (
    <time dateTime={day} className="whitespace-nowrap">
      {format.format(new Date(`${day}T00:00:00Z`))}
    </time>
  );
}

/** "hace 5 minutos", kept current; the exact time is its title. */
export function RelativeTime({ at }: { at: Instant }) {
  const format = useFormatter();
  const now = useTicking("minute");
  return (
    <time dateTime={iso(at)} title={iso(at)}>
      {format.relativeTime(new Date(at), new Date(Math.max(now, new Date(at).getTime())))}
    </time>
  );
}

/** A length of time in seconds, in its two largest units: `1 h 30 min`. */
export function Duration({ seconds }: { seconds: number }) {
  const format = useFormatter();
  const text = durationParts(seconds)
    .map(({ value, unit }) => format.number(value, { style: "unit", unit, unitDisplay: "short" }))
    .join(" ");
  return (
    <time dateTime={`PT${Math.round(seconds)}S`} className="whitespace-nowrap">
      {text}
    </time>
  );
}
