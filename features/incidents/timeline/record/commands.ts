import { v7 } from "uuid";
import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors/app-error";
import { channel } from "@/lib/realtime/notify";
import type { EntryRow } from "../entry-view";
import { checkHappened } from "../happened";
import type { EntryKind } from "../schema";

export type NewEntry = {
  /** UUIDv7 made by the client; made here when the portal itself writes. */
  id?: string;
  kind: EntryKind;
  /** Markdown; empty where `data` says it all. */
  body?: string;
  /** Default: now. */
  happenedAt?: Date;
  /** JSON that the interface and the statistics read; never a secret. */
  data?: Record<string, unknown>;
  runId?: string;
  stepId?: string;
};

/** Columns by the names of the Prisma model. */
const columns = Prisma.sql`
  id, incident_id AS "incidentId", seq, kind::text AS kind, happened_at AS "happenedAt", recorded_at AS "recordedAt",
  actor_id AS "actorId", actor_name AS "actorName", source::text AS source, body, data, run_id AS "runId",
  step_id AS "stepId", revision, retracted_at AS "retractedAt", retracted_by AS "retractedBy",
  retract_reason AS "retractReason", changed_seq AS "changedSeq"`;

/**
 * The one way to write on a timeline, in one statement: takes the next number from the incident's row (which stays locked
 * until commit, so numbers have no gap and readers meet them in order), inserts and notifies.
 * @param where which incident; a condition on `incident` that may also refuse, e.g. a closed one
 * @returns the row, or null where `where` found no incident
 * @throws a unique violation when the id is taken: the number is given back with the transaction
 */
export async function insertEntry(tx: Tx, ctx: Ctx, where: Prisma.Sql, entry: NewEntry): Promise<EntryRow | null> {
  const recordedAt = ctx.now();
  const happenedAt = checkHappened(entry.happenedAt ?? recordedAt, recordedAt);
  const rows = await tx.$queryRaw<EntryRow[]>`
    WITH numbered AS (
      UPDATE incident SET last_seq = last_seq + 1, updated_at = ${recordedAt}::timestamptz WHERE ${where}
      RETURNING id, last_seq
    ), inserted AS (
      INSERT INTO timeline_entry (id, incident_id, seq, changed_seq, kind, happened_at, recorded_at, actor_id, actor_name,
        source, body, data, run_id, step_id)
      SELECT ${entry.id ?? v7()}::uuid, id, last_seq, last_seq, ${entry.kind}::"EntryKind", ${happenedAt}::timestamptz,
        ${recordedAt}::timestamptz, ${ctx.actor.id}::uuid, ${ctx.actor.name}, ${ctx.source}::"EntrySource",
        ${entry.body ?? ""}, ${JSON.stringify(entry.data ?? {})}::jsonb, ${entry.runId ?? null}::uuid, ${entry.stepId ?? null}
      FROM numbered
      RETURNING *
    )
    SELECT ${columns}, pg_notify(${channel}, json_build_object('topic', 'incident:' || incident_id, 'seq', seq)::text)::text
    FROM inserted`;
  return rows[0] ?? null;
}

/**
 * Writes an entry in the caller's transaction; the incident is locked until it commits. The caller has authorized the actor.
 * @throws `not_found` when there is no such incident; `future_time`
 */
export async function recordEntry(tx: Tx, ctx: Ctx, incidentId: string, entry: NewEntry): Promise<EntryRow> {
  const row = await insertEntry(tx, ctx, Prisma.sql`id = ${incidentId}::uuid`, entry);
  if (!row) throw new AppError("not_found");
  return row;
}
