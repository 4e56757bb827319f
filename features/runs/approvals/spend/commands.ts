import type { Tx } from "@/lib/db/client";

type Move = { stepId: string; to: string };

/**
 * Uses up the approvals of steps that were finished or handed back, whoever or whatever moved them; a request still open is
 * over with them. In the transaction that moves the steps.
 */
export async function spendApprovals(tx: Tx, runId: string, moves: Move[], at: Date): Promise<void> {
  const stepIds = moves.filter(({ to }) => to !== "active").map(({ stepId }) => stepId);
  if (stepIds.length === 0) return;
  const left = { runId, stepId: { in: stepIds }, spentAt: null };
  await tx.stepApproval.updateMany({ where: { ...left, state: "asked" }, data: { state: "expired", spentAt: at } });
  await tx.stepApproval.updateMany({ where: left, data: { spentAt: at } });
}
