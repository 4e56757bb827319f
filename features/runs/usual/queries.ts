import type { Tx } from "@/lib/db/client";
import { usualTime } from "./percentile";

/** Older runs than these many say little about the system of today. */
const recentRuns = 100;

/**
 * How long the steps and procedures of a runbook usually take, in seconds by their id, learnt from real runs that came to an
 * end: neither drills nor abandoned ones, and no step that was done in passing. One query for the whole runbook.
 */
export async function usualTimes(tx: Tx, runbook: string): Promise<Record<string, number>> {
  const rows = await tx.$queryRaw<{ id: string; seconds: number[] }[]>`
    WITH recent AS (
      SELECT id, procedure, started_at, ended_at FROM run
      WHERE runbook = ${runbook} AND NOT drill AND status IN ('recovered', 'completed', 'escalated')
      ORDER BY started_at DESC LIMIT ${recentRuns}
    )
    SELECT step_id AS id, array_agg(extract(epoch FROM s.ended_at - s.started_at)::float8) AS seconds
    FROM run_step s JOIN recent ON recent.id = s.run_id
    WHERE s.state IN ('done', 'failed') AND s.ended_at > s.started_at GROUP BY step_id
    UNION ALL
    SELECT procedure, array_agg(extract(epoch FROM ended_at - started_at)::float8) FROM recent GROUP BY procedure`;
  return Object.fromEntries(
    rows.flatMap(({ id, seconds }) => {
      const usual = usualTime(seconds);
      return usual === null ? [] : [[id, usual]];
    }),
  );
}
