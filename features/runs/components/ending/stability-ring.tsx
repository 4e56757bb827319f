"use client";
import { useTranslations } from "next-intl";
import { CountdownRing } from "@/components/ui/countdown-ring";
import { stableSeconds } from "@/features/incidents/closing";
import { stabilityOf } from "@/features/incidents/stability/stability";
import { useLiveRun } from "../live/live-run";
import { onOurClock } from "../live/run-state";

/** On a run that recovered its service: how long the service still has to stay well. */
export function StabilityRing() {
  const t = useTranslations("runs.clocks.stability");
  const { run, skew } = useLiveRun();
  if (!run.incident) return null;
  const { status, mitigatedAt } = run.incident;
  const stability = stabilityOf({ status, mitigatedAt: mitigatedAt ? new Date(mitigatedAt) : null });
  if (!stability) return null;
  return (
    <p className="mt-2">
      <CountdownRing
        large
        since={onOurClock(stability.since.toISOString(), skew)}
        until={onOurClock(stability.dueAt.toISOString(), skew)}
        running={(left) => t("running", { left })}
        done={t("done", { minutes: stableSeconds / 60 })}
      />
    </p>
  );
}
