import { namesOf } from "@/features/runbooks/library/queries";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { runPolicy } from "../policy";
import type { TrackRecord, TrackRecordsOf } from "./schema";

/** Older runs of a runbook than these many say little about the system of today. */
const recentRuns = 200;

/** How the procedures of some runbooks went on incidents, under the runbooks' older names too: one query for a screen of results. */
export async function trackRecords(ctx: Ctx, { runbooks }: TrackRecordsOf): Promise<{ records: TrackRecord[] }> {
  authorize(runPolicy, "read", ctx.actor, undefined);
  const named = await Promise.all(runbooks.map(async (runbook) => ({ runbook, names: await namesOf(runbook) })));
  const pairs = named.flatMap(({ runbook, names }) => names.map((name) => ({ runbook, name })));
  const records = await ctx.db.$queryRaw<TrackRecord[]>`
    SELECT asked.runbook, recent.procedure,
      count(*) FILTER (WHERE recent.status IN ('recovered', 'completed'))::int AS worked, count(*)::int AS total
    FROM unnest(${pairs.map(({ runbook }) => runbook)}::text[], ${pairs.map(({ name }) => name)}::text[])
      AS asked(runbook, name)
    CROSS JOIN LATERAL (
      SELECT procedure, status FROM run
      WHERE run.runbook = asked.name AND status IN ('recovered', 'completed', 'escalated')
        AND incident_id IS NOT NULL AND NOT drill
      ORDER BY started_at DESC LIMIT ${recentRuns}::int
    ) AS recent
    GROUP BY asked.runbook, recent.procedure
    ORDER BY asked.runbook, recent.procedure`;
  return { records };
}
