import type { Tx } from "@/lib/db/client";
import { type EvidenceEvent, evidenceViews, type StruckEntry } from "./evidence-view";
import type { EvidenceView } from "./schema";

/** The evidence of a run, step by step in the order in which it came. The caller may read the run. */
export async function evidenceOf(tx: Tx, runId: string): Promise<EvidenceView[]> {
  // Without the texts: a run may hold megabytes of output, and its page shows a part of each.
  const events = await tx.$queryRaw<EvidenceEvent[]>`
    SELECT id, step_id AS "stepId", event, at, actor_id AS "actorId", actor_name AS "actorName",
      data->'output' AS output, data->>'item' AS item, data->>'reason' AS reason
    FROM run_event WHERE run_id = ${runId}::uuid AND event IN ('evidence', 'withdraw') ORDER BY seq`;
  const files = await tx.attachment.findMany({ where: { runId }, include: { file: true } });
  const ids = [...events, ...files].map(({ id }) => id);
  if (ids.length === 0) return [];
  const struck: StruckEntry[] = await tx.timelineEntry.findMany({
    where: { id: { in: ids }, retractedAt: { not: null } },
    select: { id: true, retractedAt: true, retractedBy: true, retractReason: true },
  });
  return evidenceViews(events, files, struck);
}

/** Whether a file that nobody took back stands as evidence of a step. */
export async function hasFile(tx: Tx, runId: string, stepId: string): Promise<boolean> {
  if ((await tx.attachment.count({ where: { runId, stepId } })) === 0) return false;
  const items = await evidenceOf(tx, runId);
  return items.some((item) => item.stepId === stepId && item.file !== null && item.withdrawn === null);
}

/** A recorded output, whole. */
export async function outputText(tx: Tx, id: string): Promise<string | null> {
  const event = await tx.runEvent.findUnique({ where: { id }, select: { data: true } });
  const text = (event?.data as { text?: unknown } | undefined)?.text;
  return typeof text === "string" ? text : null;
}
