"use client";
import { useFormatter, useTranslations } from "next-intl";
import { stopwatch } from "@/components/ui/duration-parts";
import { useTicking, useTimeZoneOfReader } from "@/components/ui/now";
import { useLiveIncident } from "../view/live-incident";

/** When something happened, three ways: by the reader's clock, how long ago, and since the incident began (`T+`). */
export function useWhen(): (at: Date | null) => string {
  const t = useTranslations("incidents.composer");
  const { incident } = useLiveIncident();
  const format = useFormatter();
  const timeZone = useTimeZoneOfReader();
  const now = useTicking("minute");
  const began = Date.parse(incident.impactStartedAt ?? incident.declaredAt);
  return (at) => {
    if (!at) return t("now");
    const sameDay = day(at, timeZone) === day(new Date(now), timeZone);
    const time = format.dateTime(at, {
      timeZone,
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
      ...(sameDay ? {} : { day: "numeric", month: "short" }),
    });
    const ago = format.relativeTime(at, new Date(Math.max(now, at.getTime())));
    const since = (at.getTime() - began) / 1_000;
    return `${t("at", { time, ago })} · T${since < 0 ? "−" : "+"}${stopwatch(Math.abs(since))}`;
  };
}

const day = (at: Date, timeZone: string) => new Intl.DateTimeFormat("en-CA", { timeZone }).format(at);
