import type { Severity } from "@/lib/severity";
import type { IncidentSummary } from "./incident-schema";
import { keyOf } from "./key";
import type { IncidentKind, IncidentStatus, RoleName } from "./schema";
import { roleNames } from "./vocabulary";

/** An incident's row with its open role intervals. */
export type IncidentRow = {
  id: string;
  number: number;
  kind: IncidentKind;
  title: string;
  summary: string;
  severity: Severity;
  status: IncidentStatus;
  services: string[];
  labels: unknown;
  rootCause: string | null;
  impactStartedAt: Date | null;
  declaredAt: Date;
  acknowledgedAt: Date | null;
  mitigatedAt: Date | null;
  resolvedAt: Date | null;
  closedAt: Date | null;
  nextUpdateDueAt: Date | null;
  lastSeq: number;
  version: number;
  roles: { role: RoleName; personId: string | null; personName: string; since: Date }[];
};

/** A role from when to when. */
export const roleInterval = ({
  role,
  personId,
  personName,
  since,
  until,
}: IncidentRow["roles"][number] & { until: Date | null }) => ({
  role,
  person: { id: personId, name: personName },
  since: since.toISOString(),
  until: iso(until),
});

export const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** What the API and the pages show of an incident. */
export function incidentSummary(row: IncidentRow): IncidentSummary {
  const roles = row.roles
    .map(({ role, personId, personName, since }) => ({
      role,
      person: { id: personId, name: personName },
      since: since.toISOString(),
    }))
    .sort((a, b) => roleNames.indexOf(a.role) - roleNames.indexOf(b.role));
  return {
    id: row.id,
    number: row.number,
    key: keyOf(row.number),
    kind: row.kind,
    title: row.title,
    summary: row.summary,
    severity: row.severity,
    status: row.status,
    services: row.services,
    labels: row.labels as Record<string, string>,
    rootCause: row.rootCause,
    impactStartedAt: iso(row.impactStartedAt),
    declaredAt: row.declaredAt.toISOString(),
    acknowledgedAt: iso(row.acknowledgedAt),
    mitigatedAt: iso(row.mitigatedAt),
    resolvedAt: iso(row.resolvedAt),
    closedAt: iso(row.closedAt),
    nextUpdateDueAt: iso(row.nextUpdateDueAt),
    lastSeq: row.lastSeq,
    version: row.version,
    roles,
    lead: roles.find(({ role }) => role === "lead")?.person ?? null,
  };
}
