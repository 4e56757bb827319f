import { keyOf } from "@/features/incidents/key";
import { namesOf } from "@/features/runbooks/library/queries";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { runPolicy } from "../policy";
import { listRuns } from "../queries";
import { ListRuns } from "../schema";
import type { Last, LastTime } from "./last-times";

/** Older runs than these many say little about the system of today. */
const recentRuns = 200;
/** Runs of each sort that stand beside a runbook. */
const shown = 3;

type Row = Omit<LastTime, "last"> & {
  last:
    | (Omit<NonNullable<LastTime["last"]>, "incident" | "startedAt"> & { number: number | null; startedAt: string })
    | null;
};

/** How the procedures of a runbook went before, under its older names too, those followed last first: one query for the whole page. */
export async function lastTimes(ctx: Ctx, runbook: string): Promise<LastTime[]> {
  authorize(runPolicy, "read", ctx.actor, undefined);
  const names = await namesOf(runbook);
  const rows = await ctx.db.$queryRaw<Row[]>`
    WITH recent AS (
      SELECT id, incident_id, procedure, title, status, drill OR incident_id IS NULL AS drill, started_at, ended_at,
        status IN ('recovered', 'completed') AND NOT drill AND incident_id IS NOT NULL AS worked
      FROM run WHERE runbook = ANY(${names}::text[]) AND status IN ('recovered', 'completed', 'escalated')
      ORDER BY started_at DESC LIMIT ${recentRuns}::int
    ),
    latest AS (SELECT DISTINCT ON (procedure) * FROM recent WHERE worked ORDER BY procedure, ended_at DESC),
    walked AS (
      SELECT run_id, count(*) FILTER (WHERE state = 'failed')::int AS failed,
        count(*) FILTER (WHERE state = 'skipped')::int AS skipped,
        (array_agg(title ORDER BY ended_at DESC, position DESC) FILTER (WHERE phase = 'remediation' AND state = 'done'))[1] AS attempt
      FROM run_step WHERE run_id IN (SELECT id FROM latest) GROUP BY run_id
    ),
    counted AS (
      SELECT procedure, (array_agg(title ORDER BY started_at DESC))[1] AS title, count(*) FILTER (WHERE worked)::int AS worked,
        count(*) FILTER (WHERE NOT drill)::int AS total, count(*) FILTER (WHERE drill)::int AS drills, max(started_at) AS at
      FROM recent GROUP BY procedure
    )
    SELECT counted.procedure, counted.title, counted.worked, total, drills,
      CASE WHEN latest.id IS NOT NULL THEN json_build_object('runId', latest.id, 'number', i.number,
        'startedAt', latest.started_at, 'seconds', extract(epoch FROM latest.ended_at - latest.started_at)::float8,
        'attempt', CASE WHEN latest.status = 'recovered' THEN attempt END,
        'failed', coalesce(failed, 0), 'skipped', coalesce(skipped, 0)) END AS last
    FROM counted LEFT JOIN latest USING (procedure) LEFT JOIN walked ON walked.run_id = latest.id
    LEFT JOIN incident i ON i.id = latest.incident_id
    ORDER BY at DESC`;
  return rows.map(({ last, ...row }) => ({ ...row, last: last && lastView(last) }));
}

function lastView({ number, startedAt, ...last }: NonNullable<Row["last"]>): NonNullable<LastTime["last"]> {
  const incident = number === null ? null : keyOf(number);
  return { ...last, incident, startedAt: new Date(startedAt).toISOString() };
}

/** How a runbook went before, for whoever may read runs. */
export async function readLastRuns(ctx: Ctx, runbook: string): Promise<Last> {
  const latest = async (drill: "true" | "false") =>
    (await listRuns(ctx, ListRuns.parse({ drill, runbook, limit: shown }))).runs;
  const [times, onIncidents, drills] = await Promise.all([lastTimes(ctx, runbook), latest("false"), latest("true")]);
  return { times, onIncidents, drills };
}
