import { AppError } from "@/lib/errors/app-error";
import { type IncidentRow, incidentSummary } from "./incident-view";

/**
 * Lets a change pass that saw the current version, or that names none.
 * @throws `stale_version` with the current incident, for a person to decide
 */
export function checkVersion(incident: Omit<IncidentRow, "roles">, expected: number | undefined): void {
  if (expected === undefined || expected === incident.version) return;
  throw new AppError("stale_version", { current: incidentSummary({ ...incident, roles: [] }) });
}
