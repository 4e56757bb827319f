import { v7 } from "uuid";
import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors/app-error";
import { channel } from "@/lib/realtime/notify";
import { entryColumns } from "../columns/queries";
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

/** An entry ready to be written: checked, with its id, and by whom. */
export type ReadyEntry = ReturnType<typeof readyEntry>;

/** @throws `future_time` */
export function readyEntry(ctx: Ctx, entry: NewEntry) {
  const recordedAt = ctx.now();
  return {
    id: entry.id ?? v7(),
    kind: entry.kind,
    happened_at: checkHappened(entry.happenedAt ?? recordedAt, recordedAt),
    recorded_at: recordedAt,
    actor_id: ctx.actor.id,
    actor_name: ctx.actor.name,
    source: ctx.source,
    body: entry.body ?? "",
    data: entry.data ?? {},
    run_id: entry.runId ?? null,
    step_id: entry.stepId ?? null,
  };
}

/**
 * The one way to write on a timeline, in one statement: takes the next numbers from the incident's row (which stays locked
 * until commit, so numbers have no gap and readers meet them in order), inserts and notifies. All of the entries or none.
 * @param where which incident; a condition on `incident` that may also refuse, e.g. a closed one
 * @returns the rows in the order of the entries, or none where `where` found no incident
 * @throws a unique violation when an id is taken: the numbers are given back with the transaction
 */
export async function insertEntries(tx: Tx, where: Prisma.Sql, entries: ReadyEntry[]): Promise<EntryRow[]> {
  const given = JSON.stringify(entries.map((entry, index) => ({ ...entry, n: index + 1 })));
  return tx.$queryRaw<EntryRow[]>`
    WITH numbered AS (
      UPDATE incident SET last_seq = last_seq + ${entries.length}::int, updated_at = ${entries.at(-1)?.recorded_at}::timestamptz
      WHERE ${where}
      RETURNING id, last_seq - ${entries.length}::int AS before
    ), inserted AS (
      INSERT INTO timeline_entry (id, incident_id, seq, changed_seq, kind, happened_at, recorded_at, actor_id, actor_name,
        source, body, data, run_id, step_id)
      SELECT given.id, numbered.id, before + n, before + n, kind, happened_at, recorded_at, actor_id, actor_name,
        source, body, data, run_id, step_id
      FROM numbered, jsonb_to_recordset(${given}::jsonb) AS given (n int, id uuid, kind "EntryKind", happened_at timestamptz,
        recorded_at timestamptz, actor_id uuid, actor_name text, source "EntrySource", body text, data jsonb, run_id uuid,
        step_id text)
      RETURNING *
    ), told AS (
      SELECT pg_notify(${channel}, json_build_object('topic', 'incident:' || incident_id, 'seq', max(seq))::text)
      FROM inserted GROUP BY incident_id
    )
    SELECT ${entryColumns} FROM inserted LEFT JOIN told ON true ORDER BY seq`;
}

/**
 * Writes an entry in the caller's transaction; the incident is locked until it commits. The caller has authorized the actor.
 * @throws `not_found` when there is no such incident; `future_time`
 */
export async function recordEntry(tx: Tx, ctx: Ctx, incidentId: string, entry: NewEntry): Promise<EntryRow> {
  const [row] = await insertEntries(tx, Prisma.sql`id = ${incidentId}::uuid`, [readyEntry(ctx, entry)]);
  if (!row) throw new AppError("not_found");
  return row;
}
