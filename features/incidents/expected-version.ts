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

/**
 * Lets a change pass whose writer saw what is there now, or does not say: two people who move an incident at once meet a conflict,
 * also where the table would let one move follow the other.
 * @throws `stale_version` with the current incident
 */
export function checkSeen<T extends string>(incident: Omit<IncidentRow, "roles">, now: T, seen: T | undefined): void {
  if (seen === undefined || seen === now) return;
  throw new AppError("stale_version", { current: incidentSummary({ ...incident, roles: [] }) });
}
