"use client";
import { useLocale, useTranslations } from "next-intl";
import { useTimeZoneOfReader } from "@/components/ui/now";
import { elapsedMark } from "../../timeline/times";
import type { TimelineClock } from "./use-timeline-choice";

/** What the times of a timeline are told by. */
export type TimelineTime = {
  clock: TimelineClock;
  /** When the incident began, ISO 8601. */
  began: string;
};

/** The zone whose days a timeline shows. */
export function useZone(clock: TimelineClock): string {
  const own = useTimeZoneOfReader();
  return clock === "utc" ? "UTC" : own;
}

/** The zone by its short name at an instant, as the reader's language has it: `CET`, `GMT-3`. */
export function useZoneName(clock: TimelineClock, at: string): string {
  const locale = useLocale();
  const timeZone = useZone(clock);
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: "short" }).formatToParts(new Date(at));
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
}

/** A minute: the time of day without the zone's name, which the bar above says, or the time since the incident began. */
export function MinuteMark({ at, time }: { at: string; time: TimelineTime }) {
  const timeZone = useZone(time.clock);
  const format = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return (
    <time dateTime={at} title={at} className="font-mono text-xs">
      {time.clock === "elapsed" ? elapsedMark(time.began, at) : format.format(new Date(at))}
    </time>
  );
}

/** A day in the zone of the clock: `21 nov`. */
export function Day({ at, clock }: { at: string; clock: TimelineClock }) {
  const locale = useLocale();
  const timeZone = useZone(clock);
  const format = new Intl.DateTimeFormat(locale, { timeZone, day: "numeric", month: "short" });
  return <time dateTime={at}>{format.format(new Date(at))}</time>;
}

/** The day, where it changes. With the time since the beginning, days do not matter. */
export function DayLine({ at, before, time }: { at: string; before: string | undefined; time: TimelineTime }) {
  const locale = useLocale();
  const timeZone = useZone(time.clock);
  if (time.clock === "elapsed") return null;
  const day = (instant: string) => new Intl.DateTimeFormat("en-CA", { timeZone }).format(new Date(instant));
  if (before && day(before) === day(at)) return null;
  const format = new Intl.DateTimeFormat(locale, { timeZone, day: "numeric", month: "short", year: "numeric" });
  return (
    <p className="my-1 flex items-center gap-3 text-xs font-medium text-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
      <time dateTime={at}>{format.format(new Date(at))}</time>
    </p>
  );
}

/** A length of time in the words of a sentence: days, hours and minutes, the two largest. */
export function useSpan(): (seconds: number) => string {
  const t = useTranslations("incidents.log.span");
  return (seconds) => {
    const minutes = Math.max(1, Math.round(seconds / 60));
    const [days, hours, rest] = [Math.floor(minutes / 1_440), Math.floor(minutes / 60) % 24, minutes % 60];
    if (seconds < 60) return t("seconds", { count: Math.round(seconds) });
    if (days > 0)
      return [t("days", { count: days }), hours > 0 && t("hours", { count: hours })].filter(Boolean).join(" ");
    return [hours > 0 && t("hours", { count: hours }), rest > 0 && t("minutes", { count: rest })]
      .filter(Boolean)
      .join(" ");
  };
}
