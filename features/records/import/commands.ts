import { keyOf } from "@/features/incidents/key";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { audit } from "@/lib/db/audit";
import { isUniqueViolation, type Tx, transaction } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors/app-error";
import { notify } from "@/lib/realtime/notify";
import type { IncidentExport } from "../export-schema";
import { recordPolicy } from "../policy";

/** Rows that one statement takes. */
const rowsAtOnce = 1_000;

/**
 * Takes in the record of an incident of another portal, whole or not at all. It keeps every id and time and gets the next number
 * here. The same record again changes nothing.
 * @throws `record_incoherent` when its parts do not fit together; `id_reused` when some of its ids are taken here
 */
export async function importIncident(
  ctx: Ctx,
  record: IncidentExport,
): Promise<{ key: string; number: number; repeated: boolean }> {
  authorize(recordPolicy, "import", ctx.actor, undefined);
  checkCoherence(record);
  const { id } = record.incident;
  const existing = await ctx.db.incident.findUnique({ where: { id }, select: { number: true } });
  if (existing) return { key: keyOf(existing.number), number: existing.number, repeated: true };
  try {
    const number = await transaction(ctx.db, (tx) => write(tx, ctx, record));
    return { key: keyOf(number), number, repeated: false };
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError("id_reused", { id }, { cause: error });
    throw error;
  }
}

function checkCoherence({ incident, entries, runs, sources, attachments }: IncidentExport): void {
  const refuse = (why: string) => {
    throw new AppError("record_incoherent", { why });
  };
  if (entries.some(({ seq }, index) => seq !== index + 1) || incident.lastSeq !== entries.length) {
    refuse("entries are not numbered from 1 to lastSeq");
  }
  const texts = new Set(sources.map(({ blob }) => blob));
  if (runs.some(({ blob }) => !texts.has(blob))) refuse("the text of a run is missing from sources");
  const runIds = new Set(runs.map(({ id }) => id));
  const pointed = [...entries, ...attachments].flatMap(({ runId }) => runId ?? []);
  if (pointed.some((id) => !runIds.has(id))) refuse("something points to a run that is not in the record");
}

async function write(tx: Tx, ctx: Ctx, record: IncidentExport): Promise<number> {
  const { number: elsewhere, ...incident } = record.incident;
  const created = await tx.incident.create({ data: incident });
  const incidentId = created.id;
  const mine = <T extends object>(rows: T[]) => rows.map((row) => ({ ...row, incidentId }));
  const entries = record.entries.map(({ revisions: _, ...entry }) => ({ ...entry, data: json(entry.data) }));
  await inParts(mine(entries), (data) => tx.timelineEntry.createMany({ data }));
  const revisions = record.entries.flatMap(({ id, revisions }) => revisions.map((each) => ({ ...each, entryId: id })));
  await inParts(revisions, (data) => tx.timelineRevision.createMany({ data }));
  await inParts(mine(record.roles), (data) => tx.incidentRole.createMany({ data }));
  if (record.postMortem) await writePostMortem(tx, incidentId, record.postMortem);
  await inParts(mine(record.handovers), (data) => tx.roleHandover.createMany({ data }));
  await inParts(mine(record.checklists), (data) => tx.checklistItem.createMany({ data }));
  await inParts(mine(record.followUps), (data) => tx.followUp.createMany({ data }));
  await inParts(record.sources, (data) => tx.pinnedSource.createMany({ data, skipDuplicates: true }));
  await writeRuns(tx, incidentId, record);
  const files = record.attachments.map(({ sha256, size, mediaType, storedAt }) => ({
    sha256,
    size,
    mediaType,
    storedAt,
  }));
  await inParts(files, (data) => tx.storedFile.createMany({ data, skipDuplicates: true }));
  const attachments = record.attachments.map(({ size: _, mediaType: __, storedAt: ___, ...attachment }) => attachment);
  await inParts(mine(attachments), (data) => tx.attachment.createMany({ data }));
  await audit(tx, ctx, {
    action: "incident.imported",
    subject: `incident:${incidentId}`,
    data: { number: created.number, elsewhere, entries: record.entries.length, runs: record.runs.length },
  });
  await notify(tx, "incidents", created.number);
  return created.number;
}

/** Under its own name, unless an incident of this portal took it: its number was given there. */
async function writePostMortem(tx: Tx, incidentId: string, given: NonNullable<IncidentExport["postMortem"]>) {
  const taken = await tx.postMortem.findUnique({ where: { path: given.path }, select: { path: true } });
  const path = taken ? `${given.path}-${incidentId.slice(-8)}` : given.path;
  const { version, text, updatedAt: savedAt, updatedById: savedById, updatedBy: savedBy } = given;
  await tx.postMortem.create({
    data: {
      ...given,
      path,
      incidentId,
      revisions: { create: { version, text, savedAt, savedById, savedBy } },
    },
  });
}

async function writeRuns(tx: Tx, incidentId: string, { runs }: IncidentExport): Promise<void> {
  for (const { steps, events, approvals, plan, continuesId, ...run } of runs) {
    const runId = run.id;
    const ours = continuesId !== null && runs.some(({ id }) => id === continuesId) ? continuesId : null;
    await tx.run.create({ data: { ...run, incidentId, plan: json(plan), continuesId: ours } });
    await inParts(steps, (data) => tx.runStep.createMany({ data: data.map((step) => ({ ...step, runId })) }));
    const told = events.map((event) => ({ ...event, runId, data: json(event.data) }));
    await inParts(told, (data) => tx.runEvent.createMany({ data }));
    await inParts(approvals, (data) => tx.stepApproval.createMany({ data: data.map((each) => ({ ...each, runId })) }));
  }
}

const json = (value: Record<string, unknown>) => value as Prisma.InputJsonObject;

async function inParts<T>(rows: T[], insert: (part: T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsAtOnce) await insert(rows.slice(at, at + rowsAtOnce));
}
