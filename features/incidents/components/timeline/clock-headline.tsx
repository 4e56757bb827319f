"use client";
import { useTranslations } from "next-intl";
import { stopwatch } from "@/components/ui/duration-parts";
import type { EntryView } from "../../timeline/schema";

const clocks = { step: "Step", procedure: "Procedure", escalation: "Escalation" } as const;

/** What a clock did, in the reader's language: most of these entries are written by the portal itself. */
export function useClockHeadline(): (data: EntryView["data"]) => string | null {
  const t = useTranslations("incidents.clocks.did");
  return (data) => {
    const time = (name: string) => stopwatch(Number(data[name] ?? 0));
    const clock = clocks[data.clock as keyof typeof clocks];
    const title = String(data.title ?? "");
    switch (data.event) {
      case "run-limit":
        return clock ? t(`limit${clock}`, { title, limit: time("limit") }) : null;
      case "run-limit-extended":
        return clock ? t(`extended${clock}`, { title, more: time("seconds"), limit: time("limit") }) : null;
      case "stable":
        return t("stable", { minutes: Math.round(Number(data.seconds ?? 0) / 60) });
      case "stability-stopped":
        return t("stopped", { time: time("seconds") });
    }
    return null;
  };
}
