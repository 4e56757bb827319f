import { keyOf } from "@/features/incidents/key";
import { blameRunbook } from "@/features/runbooks/history/blame/queries";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { runPolicy } from "../policy";
import { type CommandRuns, type RunBlame, withRuns } from "./run-blame";

/** Older runs than these many are not looked through. */
const recentRuns = 200;
/** Runs named per command; the others are counted. */
const named = 5;

type Row = {
  step: string;
  command: string;
  total: number;
  runs: { id: string; number: number | null; title: string | null; drill: boolean; at: string; copied: boolean }[];
};

/**
 * Who last touched each procedure, step and command of a runbook, and in which runs each command was followed as it reads now.
 * @throws `not_found` when git does not have the runbook
 */
export async function blameWithRuns(ctx: Ctx, path: string): Promise<RunBlame> {
  const blame = await blameRunbook(ctx, path);
  return withRuns(blame, await commandRuns(ctx, blame.names));
}

/**
 * In which of the latest 200 runs of a runbook each command was part of a step that somebody finished or failed, by the text
 * that the run had pinned or adopted: one query for all of them.
 * @param names the paths that the runbook has gone by
 */
export async function commandRuns(ctx: Ctx, names: string[]): Promise<CommandRuns[]> {
  authorize(runPolicy, "read", ctx.actor, undefined);
  const rows = await ctx.db.$queryRaw<Row[]>`
    WITH recent AS (
      SELECT id, incident_id, plan, drill OR incident_id IS NULL AS drill
      FROM run WHERE runbook = ANY(${names}::text[]) ORDER BY started_at DESC LIMIT ${recentRuns}::int
    ),
    planned AS (
      SELECT recent.id, incident_id, drill, step->>'id' AS step, command->>'text' AS command
      FROM recent, jsonb_path_query(plan, '$.procedures[*].phases[*].steps[*]') AS step,
        jsonb_array_elements(step->'commands') AS command
    ),
    followed AS (
      SELECT DISTINCT ON (step, command, planned.id) step, command, planned.id, drill, number, i.title,
        coalesce(s.ended_at, s.started_at) AS at,
        EXISTS (SELECT 1 FROM run_event e WHERE e.run_id = planned.id AND e.step_id = step AND e.event = 'copy') AS copied
      FROM planned JOIN run_step s ON s.run_id = planned.id AND s.step_id = step AND s.state IN ('done', 'failed')
      LEFT JOIN incident i ON i.id = incident_id
    ),
    ranked AS (
      SELECT *, row_number() OVER (PARTITION BY step, command ORDER BY drill, at DESC) AS place FROM followed
    )
    SELECT step, command, count(*)::int AS total,
      json_agg(json_build_object('id', id, 'number', number, 'title', title, 'drill', drill, 'at', at, 'copied', copied)
        ORDER BY place) FILTER (WHERE place <= ${named}::int) AS runs
    FROM ranked GROUP BY step, command`;
  return rows.map(({ runs, ...row }) => ({
    ...row,
    runs: runs.map(({ number, title, at, ...run }) => ({
      ...run,
      incident: number === null ? null : { key: keyOf(number), title: title ?? "" },
      at: new Date(at).toISOString(),
    })),
  }));
}
