"use client";
import { useTranslations } from "next-intl";
import { Duration } from "@/components/ui/time";
import { clockOf } from "../../timeline/clock";
import type { EntryView } from "../../timeline/schema";
import { lateness, oddTimes } from "../../timeline/times";
import { useLiveIncident } from "../view/live-incident";
import { useSpan } from "./timeline-time";

/** What is to know about the times of an entry, in words: written late, by a clock that is wrong, at a time that is odd. */
export function EntryTimes({ entry }: { entry: EntryView }) {
  const t = useTranslations("incidents");
  const { incident } = useLiveIncident();
  const span = useSpan();
  const late = lateness(entry);
  const clock = clockOf(entry.data);
  return (
    <>
      {late !== null && (
        <span>{t.rich("timeline.late", { length: () => <Duration seconds={Math.round(late / 60) * 60} /> })}</span>
      )}
      {clock && (
        <span>
          {t(clock.skewMs > 0 ? "log.clockAhead" : "log.clockBehind", { span: span(Math.abs(clock.skewMs) / 1_000) })}
        </span>
      )}
      {oddTimes.beforeImpact(entry, incident.impactStartedAt) && <span>{t("log.beforeImpact")}</span>}
      {oddTimes.afterRecording(entry) && <span>{t("log.afterRecording")}</span>}
    </>
  );
}
