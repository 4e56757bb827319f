import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { type Tx, transaction } from "@/lib/db/client";
import type { Incident, TimelineEntry } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors/app-error";
import { notify } from "@/lib/realtime/notify";
import { lockIncident, lockIncidentById } from "../../lock/queries";
import { entryPolicy, incidentPolicy } from "../../policy";
import { indexCorrection } from "../../search/index/commands";
import { entryView } from "../entry-view";
import { checkHappened } from "../happened";
import type { CorrectEntry, EntryView, RetractEntry } from "../schema";

/**
 * Corrects the text or the time of an entry; the text before stays as a revision. Also on a closed incident: what is wrong
 * may always be put right in the open.
 * @throws `not_found`, `stale_version` with the current entry, `entry_retracted`, `future_time`
 */
export async function correctEntry(ctx: Ctx, input: CorrectEntry): Promise<EntryView> {
  authorize(incidentPolicy, "append", ctx.actor, undefined);
  return transaction(ctx.db, async (tx) => {
    const { incident, entry } = await lockEntry(tx, input);
    authorize(entryPolicy, "correct", ctx.actor, entry);
    if (entry.retractedAt) throw new AppError("entry_retracted");
    if (entry.revision !== input.expectedRevision) throw new AppError("stale_version", { current: entryView(entry) });
    const body = input.body ?? entry.body;
    const happenedAt = input.happenedAt ? checkHappened(input.happenedAt, ctx.now()) : entry.happenedAt;
    if (body === entry.body && happenedAt.getTime() === entry.happenedAt.getTime()) return entryView(entry);
    await tx.timelineRevision.create({
      data: {
        entryId: entry.id,
        revision: entry.revision,
        body: entry.body,
        happenedAt: entry.happenedAt,
        replacedAt: ctx.now(),
        replacedBy: ctx.actor.name,
        reason: input.reason || null,
      },
    });
    return change(tx, incident, entry, { body, happenedAt, revision: entry.revision + 1 });
  });
}

/**
 * Strikes an entry through, with a reason; its text stays to be read. Once more changes nothing.
 * @throws `not_found`, `reason_required`
 */
export async function retractEntry(ctx: Ctx, input: RetractEntry): Promise<EntryView> {
  authorize(incidentPolicy, "append", ctx.actor, undefined);
  return transaction(ctx.db, async (tx) => {
    const { incident, entry } = await lockEntry(tx, input);
    authorize(entryPolicy, "retract", ctx.actor, entry);
    if (entry.retractedAt) return entryView(entry);
    if (!input.reason) throw new AppError("reason_required");
    const { name } = ctx.actor;
    return change(tx, incident, entry, { retractedAt: ctx.now(), retractedBy: name, retractReason: input.reason });
  });
}

/**
 * Strikes an entry through on behalf of what it tells of, in the caller's transaction; one that is struck through already, or is
 * none, stays as it is. The caller has authorized the actor.
 */
export async function strikeEntry(tx: Tx, ctx: Ctx, entryId: string, reason: string): Promise<void> {
  const found = await tx.timelineEntry.findUnique({ where: { id: entryId } });
  if (!found) return;
  const incident = await lockIncidentById(tx, found.incidentId);
  const entry = await tx.timelineEntry.findUniqueOrThrow({ where: { id: entryId } });
  if (entry.retractedAt) return;
  await change(tx, incident, entry, { retractedAt: ctx.now(), retractedBy: ctx.actor.name, retractReason: reason });
}

/** The incident's row is the lock of its timeline: no number is given while an entry changes. */
async function lockEntry(tx: Tx, { key, entryId }: { key: string; entryId: string }) {
  const incident = await lockIncident(tx, key);
  const entry = await tx.timelineEntry.findUnique({ where: { id: entryId } });
  if (!entry || entry.incidentId !== incident.id) throw new AppError("not_found");
  return { incident, entry };
}

async function change(tx: Tx, incident: Incident, entry: TimelineEntry, data: Partial<TimelineEntry>) {
  const { data: _, ...columns } = data;
  const row = await tx.timelineEntry.update({
    where: { id: entry.id },
    data: { ...columns, changedSeq: incident.lastSeq },
  });
  if (row.revision > entry.revision) await indexCorrection(tx, row);
  await notify(tx, `incident:${incident.id}`, incident.lastSeq);
  return entryView(row);
}
