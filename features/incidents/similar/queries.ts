import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors/app-error";
import type { Severity } from "@/lib/severity";
import { keyOf, numberOf } from "../key";
import { incidentPolicy } from "../policy";
import type { IncidentKind, IncidentStatus } from "../schema";
import { catchUp } from "../search/index/commands";
import { leastLikeness, likeness, sharedOf } from "./likeness";
import type { SimilarIncident, SimilarIncidents, SimilarTo } from "./schema";

type Row = {
  number: number;
  title: string;
  kind: IncidentKind;
  severity: Severity;
  status: IncidentStatus;
  declaredAt: Date;
  seconds: number | null;
  rootCause: string | null;
  marks: string[];
  recoveredBy: SimilarIncident["recoveredBy"];
};

const shown = 5;

/**
 * The five incidents that have the most telling things in common with one: errors and alerts before procedures, services and
 * words of the title. Drills are compared with drills.
 * @throws `not_found`
 */
export async function similarIncidents(ctx: Ctx, { key }: SimilarTo): Promise<SimilarIncidents> {
  authorize(incidentPolicy, "read", ctx.actor, undefined);
  await catchUp(ctx);
  const number = numberOf(key);
  const rows = await ctx.db.$queryRaw<(Row | { number: null })[]>`
    WITH this AS (
      SELECT i.id, i.kind, coalesce(s.marks, '{}') AS marks
      FROM incident i LEFT JOIN incident_search s ON s.incident_id = i.id WHERE i.number = ${number}
    ),
    points AS (
      SELECT mark, (${JSON.stringify(likeness)}::jsonb ->> split_part(mark, ':', 1))::float AS worth
      FROM this, unnest(marks) AS mark
    ),
    alike AS (
      SELECT s.incident_id, array_agg(mark) AS marks, sum(worth) AS score
      FROM this JOIN incident_search s ON s.marks && this.marks AND s.incident_id <> this.id
      CROSS JOIN LATERAL unnest(s.marks) AS own (mark) JOIN points USING (mark)
      GROUP BY s.incident_id
      HAVING sum(worth) >= ${leastLikeness}
    ),
    best AS (
      SELECT i.*, alike.marks, alike.score FROM alike JOIN incident i ON i.id = alike.incident_id, this
      WHERE i.kind = this.kind
      ORDER BY alike.score DESC, i.number DESC LIMIT ${shown}::int
    )
    SELECT best.number, title, best.kind::text AS kind, severity::text AS severity, status::text AS status,
      declared_at AS "declaredAt", root_cause AS "rootCause", best.marks,
      extract(epoch FROM resolved_at - coalesce(impact_started_at, declared_at))::int AS seconds,
      (SELECT json_build_object('runId', run.id, 'runbook', runbook, 'procedure', procedure, 'title', run.title)
        FROM run WHERE run.incident_id = best.id AND run.status = 'recovered' ORDER BY ended_at DESC LIMIT 1) AS "recoveredBy"
    FROM this LEFT JOIN best ON true
    ORDER BY best.score DESC, best.number DESC`;
  if (rows.length === 0) throw new AppError("not_found", { key });
  return { incidents: rows.flatMap((row) => (row.number === null ? [] : [similar(row as Row)])) };
}

function similar({ number, marks, declaredAt, ...row }: Row): SimilarIncident {
  return { ...row, key: keyOf(number), declaredAt: declaredAt.toISOString(), shared: sharedOf(marks, row.title) };
}
