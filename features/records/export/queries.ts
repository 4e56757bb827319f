import { numberOf } from "@/features/incidents/key";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { IncidentExport } from "../export-schema";
import { recordPolicy } from "../policy";

type Ref = { key: string };

/**
 * The whole record of an incident, as of one moment: what somebody writes meanwhile is in all of it or in none.
 * @throws `not_found`
 */
export async function exportIncident(ctx: Ctx, { key }: Ref): Promise<IncidentExport> {
  authorize(recordPolicy, "export", ctx.actor, undefined);
  const rows = await ctx.db.$transaction((tx) => read(tx, key), { isolationLevel: "RepeatableRead" });
  // Dates leave as JavaScript writes them; nothing is left out, because the schema is strict.
  return IncidentExport.parse(JSON.parse(JSON.stringify(rows)));
}

async function read(tx: Tx, key: string) {
  const number = numberOf(key);
  const incident = await tx.incident.findUnique({ where: { number } });
  if (!incident) throw new AppError("not_found", { key });
  const where = { incidentId: incident.id };
  const without = { incidentId: true } as const;
  const entries = await tx.timelineEntry.findMany({
    where,
    omit: without,
    orderBy: { seq: "asc" },
    include: { revisions: { omit: { entryId: true }, orderBy: { revision: "asc" } } },
  });
  const roles = await tx.incidentRole.findMany({ where, omit: without, orderBy: [{ since: "asc" }, { id: "asc" }] });
  const postMortem = await tx.postMortem.findUnique({ where, omit: without });
  const handovers = await tx.roleHandover.findMany({
    where,
    omit: without,
    orderBy: [{ offeredAt: "asc" }, { id: "asc" }],
  });
  const checklists = await tx.checklistItem.findMany({
    where,
    omit: without,
    orderBy: [{ attachedAt: "asc" }, { checklist: "asc" }, { position: "asc" }, { id: "asc" }],
  });
  const followUps = await tx.followUp.findMany({
    where,
    omit: without,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const runs = await tx.run.findMany({
    where,
    omit: without,
    orderBy: [{ startedAt: "asc" }, { id: "asc" }],
    include: {
      steps: { omit: { runId: true }, orderBy: [{ position: "asc" }, { stepId: "asc" }] },
      events: { omit: { runId: true }, orderBy: { seq: "asc" } },
      approvals: { omit: { runId: true }, orderBy: [{ requestedAt: "asc" }, { id: "asc" }] },
    },
  });
  const blobs = runs.flatMap(({ blob, steps }) => [blob, ...steps.flatMap((step) => step.blob ?? [])]);
  const sources = await tx.pinnedSource.findMany({ where: { blob: { in: blobs } }, orderBy: { blob: "asc" } });
  const attached = await tx.attachment.findMany({
    where,
    omit: without,
    orderBy: [{ attachedAt: "asc" }, { id: "asc" }],
    include: { file: { omit: { sha256: true } } },
  });
  const attachments = attached.map(({ file, ...attachment }) => ({ ...attachment, ...file }));
  const head = { format: "bitacora-incident", formatVersion: 1 };
  return {
    ...head,
    incident,
    entries,
    roles,
    handovers,
    postMortem,
    checklists,
    followUps,
    runs,
    sources,
    attachments,
  };
}
