import type { Severity } from "@/lib/severity";

/**
 * Seconds between updates for stakeholders while an incident is active; null where nobody waits for one. A first proposal
 * that a person can change on each incident (half an hour and an hour are what public incident handbooks ask for).
 */
export const updateEvery = { SEV1: 1_800, SEV2: 3_600, SEV3: null, SEV4: null } as const satisfies Record<
  Severity,
  number | null
>;

/** When the next update is due, counted from `at`. */
export function nextUpdate(severity: Severity, at: Date): Date | null {
  const seconds = updateEvery[severity];
  return seconds === null ? null : new Date(at.getTime() + seconds * 1_000);
}
