import { useTranslations } from "next-intl";
import { SeverityMark } from "@/components/ui/severity-mark";
import type { IncidentExport } from "../../export-schema";
import { sinceStart, stamp } from "../../post-mortem/draft/clock";
import { startOf } from "../../post-mortem/draft/impact-part";

const times = ["impactStartedAt", "declaredAt", "acknowledgedAt", "mitigatedAt", "resolvedAt", "closedAt"] as const;

/** What and how bad, when, and who was what for how long. */
export function RecordFacts({ record }: { record: Omit<IncidentExport, "entries"> }) {
  const t = useTranslations("incidents");
  const words = useTranslations("records.markdown");
  const { incident, roles } = record;
  return (
    <table className="record-facts">
      <tbody>
        <tr>
          <th scope="row">{t("fact.severity")}</th>
          <td>
            <SeverityMark severity={incident.severity} />
          </td>
        </tr>
        <tr>
          <th scope="row">{words("status")}</th>
          <td>{t(`status.${incident.status}`)}</td>
        </tr>
        <tr>
          <th scope="row">{t("fact.services")}</th>
          <td>{incident.services.join(", ") || "—"}</td>
        </tr>
        {times.map((name) => {
          const at = incident[name];
          return (
            at && (
              <tr key={name}>
                <th scope="row">{t(`fact.${name}`)}</th>
                <td>
                  {stamp(at)} <span className="text-muted">{sinceStart(startOf(incident), at)}</span>
                </td>
              </tr>
            )
          );
        })}
        {roles.map(({ id, role, personName, since, until }) => (
          <tr key={id}>
            <th scope="row">{t(`role.${role}`)}</th>
            <td>
              {personName} · {stamp(since)} – {until && stamp(until)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
