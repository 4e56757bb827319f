import type { Tx } from "@/lib/db/client";

/**
 * Lets what the portal keeps under a runbook's path follow it to another: drafts, suggestions, reviews, planned drills. A
 * person who has a draft under both keeps both. What is history (runs, the audit) keeps the name of its time.
 */
export async function followRows(tx: Tx, from: string, to: string): Promise<void> {
  const there = await tx.draft.findMany({ where: { path: to }, select: { personId: true } });
  const kept = there.map(({ personId }) => personId);
  await tx.draft.updateMany({ where: { path: from, personId: { notIn: kept } }, data: { path: to } });
  await tx.suggestion.updateMany({ where: { runbook: from }, data: { runbook: to } });
  await tx.reviewRequest.updateMany({ where: { path: from }, data: { path: to } });
  await tx.drillSchedule.updateMany({
    where: { runbook: from },
    data: { runbook: to, service: to.split("/")[0] ?? "" },
  });
}
