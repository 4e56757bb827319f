import type { Ctx } from "@/lib/context";
import { type Tx, transaction } from "@/lib/db/client";
import { dequeue, enqueue } from "@/lib/jobs/queue";
import { lockIncidentById } from "../../lock/queries";
import { isActive } from "../../machine";
import { recordEntry } from "../../timeline/record/commands";
import { UpdateDueAt, updateDueTask } from "./update-due-task";

type Due = { id: string; nextUpdateDueAt: Date | null };

const jobKey = (incidentId: string) => `incident:${incidentId}:update-due`;
const msOf = (at: Date | null) => at?.getTime() ?? null;

/** Sets the nudge for the time at which the next update is due, where a change moved it. In the caller's transaction. */
export async function setUpdateDue(tx: Tx, before: Date | null, { id, nextUpdateDueAt }: Due): Promise<void> {
  if (msOf(before) === msOf(nextUpdateDueAt)) return;
  if (!nextUpdateDueAt) return dequeue(tx, jobKey(id));
  const payload: UpdateDueAt = { incidentId: id, dueAt: nextUpdateDueAt.toISOString() };
  await enqueue(tx, { task: updateDueTask, payload, key: jobKey(id), at: nextUpdateDueAt });
}

/** Says on the timeline, once per promised time, that stakeholders wait for an update that has not come. */
export async function reachUpdateDue(ctx: Ctx, payload: unknown): Promise<void> {
  const { incidentId, dueAt } = UpdateDueAt.parse(payload);
  await transaction(ctx.db, async (tx) => {
    const incident = await lockIncidentById(tx, incidentId);
    const { nextUpdateDueAt, status } = incident;
    if (nextUpdateDueAt?.toISOString() !== dueAt || !isActive(status)) return;
    const said = [{ data: { path: ["event"], equals: "update-due" } }, { data: { path: ["dueAt"], equals: dueAt } }];
    if ((await tx.timelineEntry.count({ where: { incidentId, AND: said } })) > 0) return;
    // This instance's clock is behind the one that set the job.
    if (ctx.now() < nextUpdateDueAt) return setUpdateDue(tx, null, incident);
    await recordEntry(tx, ctx, incidentId, {
      kind: "note",
      body: "⏱ /update",
      happenedAt: nextUpdateDueAt,
      data: { event: "update-due", dueAt },
    });
  });
}
