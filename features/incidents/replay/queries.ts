import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors/app-error";
import { numberOf } from "../key";
import { incidentPolicy } from "../policy";
import type { EntryKind } from "../timeline/schema";
import { changesOf } from "./changes";
import type { ReadReplay, ReplayPage } from "./schema";

type Row = {
  id: string;
  seq: number;
  kind: EntryKind;
  happenedAt: Date;
  recordedAt: Date;
  actor: string;
  body: string;
  retractedAt: Date | null;
  data: unknown;
  runId: string | null;
  stepId: string | null;
  moves: unknown;
  runStatus: string | null;
  earlier: { body: string; happenedAt: string; replacedAt: string }[] | null;
};

/** Characters of a text that a replay shows. */
const shown = 400;

/**
 * A page of a timeline for its replay, in the order of recording. What became of a run's steps is in the run's event of the same
 * id: an entry tells only of the step that somebody touched.
 * @throws `not_found`
 */
export async function readReplay(ctx: Ctx, { key, after, limit }: ReadReplay): Promise<ReplayPage> {
  authorize(incidentPolicy, "read", ctx.actor, undefined);
  const where = { number: numberOf(key) };
  const incident = await ctx.db.incident.findUnique({ where, select: { id: true, lastSeq: true } });
  if (!incident) throw new AppError("not_found", { key });
  const rows = await ctx.db.$queryRaw<Row[]>`
    SELECT e.id, e.seq, e.kind::text AS kind, e.happened_at AS "happenedAt", e.recorded_at AS "recordedAt",
      e.actor_name AS actor, left(e.body, ${shown}::int) AS body, e.retracted_at AS "retractedAt", e.data,
      e.run_id AS "runId", e.step_id AS "stepId", run_event.data -> 'moves' AS moves,
      run_event.data ->> 'status' AS "runStatus",
      CASE WHEN e.revision > 0 THEN (
        SELECT json_agg(json_build_object('body', left(r.body, ${shown}::int), 'happenedAt', r.happened_at, 'replacedAt',
          r.replaced_at) ORDER BY r.revision) FROM timeline_revision r WHERE r.entry_id = e.id) END AS earlier
    FROM timeline_entry e LEFT JOIN run_event ON run_event.id = e.id AND run_event.run_id = e.run_id
    WHERE e.incident_id = ${incident.id}::uuid AND e.seq > ${after}::int
    ORDER BY e.seq LIMIT ${limit}::int`;
  const entries = rows.map(({ data, runId, stepId, moves, runStatus, earlier, ...row }) => ({
    ...row,
    happenedAt: row.happenedAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
    retractedAt: row.retractedAt?.toISOString() ?? null,
    earlier: (earlier ?? []).map(({ body, happenedAt, replacedAt }) => ({
      body,
      happenedAt: new Date(happenedAt).toISOString(),
      replacedAt: new Date(replacedAt).toISOString(),
    })),
    changes: changesOf({ kind: row.kind, runId, stepId, data, moves, runStatus }),
  }));
  return { entries, lastSeq: incident.lastSeq };
}
