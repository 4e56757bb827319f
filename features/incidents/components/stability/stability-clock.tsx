"use client";
import { useTranslations } from "next-intl";
import { CountdownRing } from "@/components/ui/countdown-ring";
import { stableSeconds } from "../../closing";
import { stabilityOf } from "../../stability/stability";
import { useLiveIncident } from "../view/live-incident";

/** How much of the half hour of stability is left, while an incident is watched or waits to be closed. */
export function StabilityClock() {
  const t = useTranslations("incidents.clocks");
  const { incident, skew } = useLiveIncident();
  const { status, mitigatedAt } = incident;
  const stability = stabilityOf({ status, mitigatedAt: mitigatedAt ? new Date(mitigatedAt) : null });
  if (!stability) return null;
  const ours = (at: Date) => new Date(at.getTime() + skew).toISOString();
  return (
    <CountdownRing
      since={ours(stability.since)}
      until={ours(stability.dueAt)}
      running={(left) => t("stability", { left })}
      done={t("stable", { minutes: stableSeconds / 60 })}
    />
  );
}
