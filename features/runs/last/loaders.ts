import type { Ctx } from "@/lib/context";
import { pageContext } from "@/lib/http/page-context";
import { patiently } from "@/lib/http/patience";
import { runPolicy } from "../policy";
import { listRuns } from "../queries";
import { ListRuns } from "../schema";

/** Runs of each sort that stand beside a runbook. */
const shown = 3;

/** The latest runs of a runbook; none for who may not see them, or while the database is away. */
export async function loadLastRuns(runbook: string) {
  const ctx = await pageContext();
  if (!runPolicy.read(ctx.actor)) return { onIncidents: [], drills: [] };
  return patiently(() => readLast(ctx, runbook), { onIncidents: [], drills: [] });
}

async function readLast(ctx: Ctx, runbook: string) {
  const last = async (drill: "true" | "false") =>
    (await listRuns(ctx, ListRuns.parse({ drill, runbook, limit: shown }))).runs;
  const [onIncidents, drills] = await Promise.all([last("false"), last("true")]);
  return { onIncidents, drills };
}
