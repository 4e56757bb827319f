import { AppError } from "@/lib/errors/app-error";
import type { IncidentStatus } from "./schema";
import { incidentStatuses } from "./vocabulary";

/** `back` undoes progress, `reopen` takes back an end; both need a reason. */
export type Direction = "forward" | "back" | "reopen";

/**
 * The moves of an incident. Going forward may skip (a rollback resolves what was never identified), except that only a
 * resolved incident closes, because closing has a gate.
 */
export const moves = {
  investigating: { identified: "forward", mitigating: "forward", monitoring: "forward", resolved: "forward" },
  identified: { investigating: "back", mitigating: "forward", monitoring: "forward", resolved: "forward" },
  mitigating: { investigating: "back", identified: "back", monitoring: "forward", resolved: "forward" },
  monitoring: { investigating: "back", identified: "back", mitigating: "back", resolved: "forward" },
  resolved: { investigating: "reopen", mitigating: "reopen", monitoring: "reopen", closed: "forward" },
  closed: { investigating: "reopen", resolved: "reopen" },
} as const satisfies Record<IncidentStatus, Partial<Record<IncidentStatus, Direction>>>;

type MoveTable = Record<IncidentStatus, Partial<Record<IncidentStatus, Direction>>>;

/** The statuses that can follow, in the order of an incident's life, with whether each needs a reason. */
export function allowedMoves(from: IncidentStatus): { to: IncidentStatus; direction: Direction }[] {
  const table: MoveTable = moves;
  return incidentStatuses.flatMap((to) => {
    const direction = table[from][to];
    return direction ? [{ to, direction }] : [];
  });
}

/** The times of an incident that its status sets. */
export type LifeTimes = {
  acknowledgedAt: Date | null;
  mitigatedAt: Date | null;
  resolvedAt: Date | null;
  closedAt: Date | null;
};

/**
 * What a move does to an incident: pure, to be written by the caller.
 * @param at when it happened (UTC); a time that a person set before is kept, and what a backward move makes untrue is cleared
 * @throws `invalid_transition` with the allowed statuses; `reason_required` for going back or reopening without saying why
 */
export function move<I extends LifeTimes & { status: IncidentStatus }>(
  incident: I,
  to: IncidentStatus,
  { at, reason }: { at: Date; reason: string },
): { status: IncidentStatus } & LifeTimes {
  const table: MoveTable = moves;
  const direction = table[incident.status][to];
  if (!direction) {
    const allowed = allowedMoves(incident.status).map((each) => each.to);
    throw new AppError("invalid_transition", { from: incident.status, to, allowed });
  }
  if (direction !== "forward" && !reason) throw new AppError("reason_required", { from: incident.status, to });
  const reached = incidentStatuses.indexOf(to);
  const since = (status: IncidentStatus, time: Date | null) =>
    reached >= incidentStatuses.indexOf(status) ? (time ?? at) : null;
  return {
    status: to,
    acknowledgedAt: incident.acknowledgedAt ?? at,
    mitigatedAt: since("monitoring", incident.mitigatedAt),
    resolvedAt: since("resolved", incident.resolvedAt),
    closedAt: since("closed", null),
  };
}

export const isActive = (status: IncidentStatus) => status !== "resolved" && status !== "closed";
