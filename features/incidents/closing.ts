import type { ChecklistMoment } from "../runbooks/plan";
import type { ClosingRequirement } from "./incident-schema";
import type { IncidentKind } from "./schema";

/** Seconds that a service has to be well before its incident closes (the guides: «servicio estable 30 minutos»). */
export const stableSeconds = 1_800;

type Closing = {
  kind: IncidentKind;
  rootCause: string | null;
  mitigatedAt: Date | null;
  /** Items of its checklists, those of the start too. */
  items: { moment: string; checkedAt: Date | null }[];
  followUps: number;
  now: Date;
  noFollowUpsReason: string;
  notStableReason: string;
};

/**
 * What an honest post-mortem still needs before the incident closes: the recovery checklist done, the service stable (or why
 * not), the root cause, the guides' own closing checklist, and a follow-up (or why none). A drill has nothing to explain and closes at once.
 */
export function missingForClosing(closing: Closing): ClosingRequirement[] {
  if (closing.kind === "drill") return [];
  const { mitigatedAt, now } = closing;
  const stable = mitigatedAt !== null && now.getTime() - mitigatedAt.getTime() >= stableSeconds * 1_000;
  const isDone = (moment: ChecklistMoment) =>
    closing.items.every((item) => item.moment !== moment || item.checkedAt !== null);
  const wanted: Record<ClosingRequirement, boolean> = {
    recovery_checklist: isDone("recovery"),
    stable: stable || closing.notStableReason !== "",
    root_cause: (closing.rootCause ?? "").trim() !== "",
    close_checklist: isDone("close"),
    follow_ups: closing.followUps > 0 || closing.noFollowUpsReason !== "",
  };
  return (Object.keys(wanted) as ClosingRequirement[]).filter((name) => !wanted[name]);
}
