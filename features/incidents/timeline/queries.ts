import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import type { Db, Tx } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { numberOf } from "../key";
import { incidentPolicy } from "../policy";
import { entryColumns } from "./columns/queries";
import { type EntryRow, entryView } from "./entry-view";
import type { AppendedEntry, EntryRef, EntryView, ListEntries, RevisionView } from "./schema";

/**
 * A page of a timeline in the order of recording.
 * @throws `not_found`
 */
export async function listEntries(ctx: Ctx, input: ListEntries): Promise<{ entries: EntryView[]; lastSeq: number }> {
  authorize(incidentPolicy, "read", ctx.actor, undefined);
  const incident = await ctx.db.incident.findUnique({
    where: { number: numberOf(input.key) },
    select: {
      lastSeq: true,
      entries: { where: { seq: { gt: input.after } }, orderBy: { seq: "asc" }, take: input.limit },
    },
  });
  if (!incident) throw new AppError("not_found", { key: input.key });
  return { entries: incident.entries.map(entryView), lastSeq: incident.lastSeq };
}

/**
 * Entries that a reader at `after` has not seen: the newer ones in order, then older ones that were corrected or retracted
 * since, as of one moment. A change may be met twice, never missed.
 */
export async function readSince(
  db: Db,
  incidentId: string,
  after: number,
  limit: number,
): Promise<{ added: EntryView[]; changed: EntryView[] }> {
  const rows = await db.$queryRaw<EntryRow[]>`
    (SELECT ${entryColumns} FROM timeline_entry
     WHERE incident_id = ${incidentId}::uuid AND seq > ${after} ORDER BY seq LIMIT ${limit})
    UNION ALL
    (SELECT ${entryColumns} FROM timeline_entry
     WHERE incident_id = ${incidentId}::uuid AND seq <= ${after} AND changed_seq >= ${after}
       AND (revision > 0 OR retracted_at IS NOT NULL) ORDER BY seq LIMIT ${limit})`;
  const added = rows.filter(({ seq }) => seq > after).sort((a, b) => a.seq - b.seq);
  return { added: added.map(entryView), changed: rows.filter(({ seq }) => seq <= after).map(entryView) };
}

/**
 * The entry that an id already names on this incident, for a write that arrives twice; null when the id is free.
 * @throws `id_reused` when it names an entry of another incident
 */
export async function repeatedEntry(
  tx: Tx,
  incident: { number: number },
  id: string | undefined,
): Promise<AppendedEntry | null> {
  if (id === undefined) return null;
  const row = await tx.timelineEntry.findUnique({
    where: { id },
    include: { incident: { select: { number: true } } },
  });
  if (!row) return null;
  if (row.incident.number !== incident.number) throw new AppError("id_reused", { id });
  return { ...entryView(row), repeated: true };
}

/**
 * Every text that an entry has had, the first one first; the last is the current one.
 * @throws `not_found`
 */
export async function listRevisions(ctx: Ctx, input: EntryRef): Promise<{ revisions: RevisionView[] }> {
  authorize(incidentPolicy, "read", ctx.actor, undefined);
  const entry = await ctx.db.timelineEntry.findFirst({
    where: { id: input.entryId, incident: { number: numberOf(input.key) } },
    include: { revisions: { orderBy: { revision: "asc" } } },
  });
  if (!entry) throw new AppError("not_found");
  const earlier = entry.revisions.map(({ revision, body, happenedAt, replacedAt, replacedBy, reason }) => ({
    revision,
    body,
    happenedAt: happenedAt.toISOString(),
    replacedAt: replacedAt.toISOString(),
    replacedBy,
    reason,
  }));
  const current = { revision: entry.revision, body: entry.body, happenedAt: entry.happenedAt.toISOString() };
  return { revisions: [...earlier, { ...current, replacedAt: null, replacedBy: null, reason: null }] };
}
