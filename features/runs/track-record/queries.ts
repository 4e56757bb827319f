import { getRunbook, namesOf } from "@/features/runbooks/library/queries";
import { isReadable } from "@/features/runbooks/library/runbook";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { runPolicy } from "../policy";
import type { FrequentProcedure, TrackRecord, TrackRecordsOf } from "./schema";

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

/** How far back runs say what is used now, and how many procedures are told. */
const weeks = 6;
const shown = 8;

/** The procedures that were followed most on incidents in the last six weeks; what is no longer there is left out. */
export async function frequentProcedures(ctx: Ctx): Promise<{ procedures: FrequentProcedure[] }> {
  authorize(runPolicy, "read", ctx.actor, undefined);
  const since = new Date(ctx.now().getTime() - weeks * 7 * 24 * 3_600_000);
  const rows = await ctx.db.$queryRaw<{ runbook: string; procedure: string; runs: number }[]>`
    SELECT runbook, procedure, count(*)::int AS runs FROM run
    WHERE started_at > ${since} AND incident_id IS NOT NULL AND NOT drill AND status <> 'abandoned'
    GROUP BY runbook, procedure ORDER BY runs DESC, max(started_at) DESC LIMIT ${2 * shown}::int`;
  const procedures = await Promise.all(rows.map(asCalledNow));
  return { procedures: procedures.flat().slice(0, shown) };
}

async function asCalledNow(row: { runbook: string; procedure: string; runs: number }): Promise<FrequentProcedure[]> {
  const found = await getRunbook(row.runbook);
  const now = found.kind === "moved" ? await getRunbook(found.to) : found;
  if (now.kind !== "runbook" || !isReadable(now.runbook)) return [];
  const { path, service, outline } = now.runbook;
  const procedure = outline.plan.procedures.find(({ id }) => id === row.procedure);
  if (!procedure) return [];
  return [{ ...row, runbook: path, title: procedure.title, service, lang: outline.frontMatter.lang }];
}
