import type { IncidentExport } from "../../export-schema";
import { duration, secondsBetween, sinceStart, stamp } from "./clock";
import type { DraftWords } from "./words";

type Incident = IncidentExport["incident"];
const times = ["impactStartedAt", "declaredAt", "acknowledgedAt", "mitigatedAt", "resolvedAt", "closedAt"] as const;

/** When the incident began: with its impact, or else with its declaration. */
export const startOf = ({ impactStartedAt, declaredAt }: Incident): string => impactStartedAt ?? declaredAt;

/** Seconds to acknowledge (since it was declared), to mitigate and to resolve (since it began); null where a time is missing. */
export function responseTimes(incident: Incident) {
  const { declaredAt, acknowledgedAt, mitigatedAt, resolvedAt } = incident;
  const from = (start: string, end: string | null) => (end ? secondsBetween(start, end) : null);
  return {
    detect: incident.impactStartedAt ? secondsBetween(incident.impactStartedAt, declaredAt) : null,
    acknowledge: from(declaredAt, acknowledgedAt),
    mitigate: from(startOf(incident), mitigatedAt),
    resolve: from(startOf(incident), resolvedAt),
  };
}

/** The times of an incident as a table, and what lies between them. */
export function impactPart(incident: Incident, { t, words }: DraftWords): string {
  const start = startOf(incident);
  const rows = times.map((name) => {
    const at = incident[name];
    return `| ${words(`incidents.fact.${name}`)} | ${at ? stamp(at) : t("unknown")} | ${at ? sinceStart(start, at) : ""} |`;
  });
  const table = [`| ${t("moment")} | UTC | T+ |`, "| --- | --- | --- |", ...rows].join("\n");
  const spent = Object.entries(responseTimes(incident)).map(([name, seconds]) => {
    const label = t(`spent.${name}` as "spent.detect");
    return `- ${label}: ${seconds === null ? t("unknown") : `**${duration(seconds)}**`}`;
  });
  return [`{/* ${t("hint.impact")} */}`, table, spent.join("\n")].join("\n\n");
}
