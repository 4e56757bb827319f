import { useTranslations } from "next-intl";
import type { IncidentSummary } from "../../incident-schema";
import type { Unread } from "../../reading/schema";
import { IncidentRow } from "./incident-row";

/** Incidents as rows. */
export function IncidentRows({ incidents, unread }: { incidents: IncidentSummary[]; unread: Unread }) {
  const t = useTranslations("incidents.list");
  return (
    <ul aria-label={t("results")} className="rounded border border-line bg-surface">
      {incidents.map((incident) => (
        <IncidentRow key={incident.id} incident={incident} unread={unread[incident.id] ?? 0} />
      ))}
    </ul>
  );
}
