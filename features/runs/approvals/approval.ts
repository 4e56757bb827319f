import type { PlanStep } from "@/features/runbooks/plan";
import type { StepEvent, StepState } from "../machine";

/** Which steps of a runbook want a second person: none, those that cannot be taken back, or all that change something. */
export const approvalScopes = ["never", "irreversible", "change"] as const;
export type ApprovalScope = (typeof approvalScopes)[number];

export const approvalStates = ["asked", "granted", "refused", "expired", "overridden"] as const;
export type ApprovalState = (typeof approvalStates)[number];

/** A request for a second person's word, as it is stored. */
export type ApprovalRow = {
  id: string;
  stepId: string;
  state: ApprovalState;
  note: string;
  requestedAt: Date;
  /** The person who asked; for a token, the person who made it. */
  requestedById: string | null;
  requestedBy: string;
  expiresAt: Date;
  decidedAt: Date | null;
  decidedById: string | null;
  decidedBy: string | null;
  reason: string | null;
  spentAt: Date | null;
};

/** Whether a policy of that scope covers the step. What cannot be taken back is a change, whatever its `kind` says. */
export function wantsApproval(scope: ApprovalScope, step: Pick<PlanStep, "kind" | "irreversible">): boolean {
  if (scope === "never") return false;
  return step.irreversible || (scope === "change" && step.kind === "change");
}

/** Events that do the step, or say that it was done; letting it be needs nobody. A step that was not taken is taken up by reopening it. */
export const takesUp = (event: StepEvent, from: StepState): boolean =>
  event === "start" || event === "complete" || event === "fail" || (event === "reopen" && from === "not_taken");

/** The state of a request at that moment: time runs out by the clock, whether or not a job has written it down. */
export const stateAt = (row: Pick<ApprovalRow, "state" | "expiresAt">, now: Date): ApprovalState =>
  row.state === "asked" && row.expiresAt.getTime() <= now.getTime() ? "expired" : row.state;

/** The latest request for a step that was not used up, whatever became of it. */
export function latestRequest<Row extends ApprovalRow>(rows: readonly Row[], stepId: string): Row | null {
  const open = rows.filter((row) => row.stepId === stepId && row.spentAt === null);
  return (
    open.toSorted((a, b) => b.requestedAt.getTime() - a.requestedAt.getTime() || b.id.localeCompare(a.id))[0] ?? null
  );
}

/** Whether the step may be done: somebody granted it, or went ahead without. Once, until it is finished or handed back. */
export const isStanding = (row: Pick<ApprovalRow, "state" | "spentAt"> | null): boolean =>
  row !== null && row.spentAt === null && (row.state === "granted" || row.state === "overridden");
