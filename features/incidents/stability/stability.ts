import { stableSeconds } from "../closing";
import type { IncidentStatus } from "../schema";

/** Half an hour during which a mitigated service has to stay well. */
export type Stability = { since: Date; dueAt: Date };

/** The stability clock of an incident; null while it is not mitigated, and once it is closed. */
export function stabilityOf(incident: { status: IncidentStatus; mitigatedAt: Date | null }): Stability | null {
  const { status, mitigatedAt } = incident;
  if (mitigatedAt === null || (status !== "monitoring" && status !== "resolved")) return null;
  return { since: mitigatedAt, dueAt: new Date(mitigatedAt.getTime() + stableSeconds * 1_000) };
}
