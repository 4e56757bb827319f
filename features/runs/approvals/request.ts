import { z } from "zod";
import { IsoTime } from "@/features/incidents/schema";
import type { PlanStep } from "@/features/runbooks/plan";
import {
  type ApprovalRow,
  type ApprovalScope,
  approvalScopes,
  approvalStates,
  isStanding,
  latestRequest,
  stateAt,
  wantsApproval,
} from "./approval";

const Somebody = z.object({ id: z.string().nullable(), name: z.string() });

/** A request for a second person's word, as everybody sees it. */
export const ApprovalRequest = z.object({
  id: z.string(),
  stepId: z.string(),
  state: z.enum(approvalStates),
  /** What is about to be done, in the words of whoever asks. */
  note: z.string(),
  /** For a token, the id of the person who made it. */
  requestedBy: Somebody,
  requestedAt: IsoTime,
  expiresAt: IsoTime,
  decidedBy: Somebody.nullable(),
  decidedAt: IsoTime.nullable(),
  /** The word given with the answer, or why somebody went ahead without one. */
  reason: z.string().nullable(),
});
export type ApprovalRequest = z.output<typeof ApprovalRequest>;

/** A step that a policy covers, and how it stands. */
export const StepApproval = z.object({
  stepId: z.string(),
  scope: z.enum(approvalScopes),
  /** Seconds that a request waits. */
  timeout: z.number().int(),
  /** It may be done now. */
  standing: z.boolean(),
  request: ApprovalRequest.nullable(),
});
export type StepApproval = z.output<typeof StepApproval>;

export function approvalRequest(row: ApprovalRow, now: Date): ApprovalRequest {
  const decided = row.decidedAt !== null && row.decidedBy !== null;
  return {
    id: row.id,
    stepId: row.stepId,
    state: stateAt(row, now),
    note: row.note,
    requestedBy: { id: row.requestedById, name: row.requestedBy },
    requestedAt: row.requestedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    decidedBy: decided ? { id: row.decidedById, name: row.decidedBy ?? "" } : null,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    reason: row.reason,
  };
}

type Rule = { scope: ApprovalScope; timeout: number };

/** Of these steps, those that the rule covers. */
export function stepApprovals(steps: PlanStep[], rule: Rule, rows: ApprovalRow[], now: Date): StepApproval[] {
  return steps
    .filter((step) => wantsApproval(rule.scope, step))
    .map(({ id }) => {
      const latest = latestRequest(rows, id);
      const request = latest && approvalRequest(latest, now);
      return { stepId: id, ...rule, standing: isStanding(latest), request };
    });
}
