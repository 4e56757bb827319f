import type { Ctx } from "@/lib/context";
import { pageContext } from "@/lib/http/page-context";
import { patiently } from "@/lib/http/patience";
import { runPolicy } from "../policy";
import { listRuns } from "../queries";
import { ListRuns, type RunSummary } from "../schema";
import type { LastTime } from "./last-times";
import { lastTimes } from "./queries";

/** Runs of each sort that stand beside a runbook. */
const shown = 3;

type Last = { times: LastTime[]; onIncidents: RunSummary[]; drills: RunSummary[] };
const nothing: Last = { times: [], onIncidents: [], drills: [] };

/** How a runbook went before; nothing for who may not see it, or while the database is away. */
export async function loadLastRuns(runbook: string): Promise<Last> {
  const ctx = await pageContext();
  if (!runPolicy.read(ctx.actor)) return nothing;
  return patiently(() => readLast(ctx, runbook), nothing);
}

async function readLast(ctx: Ctx, runbook: string): Promise<Last> {
  const last = async (drill: "true" | "false") =>
    (await listRuns(ctx, ListRuns.parse({ drill, runbook, limit: shown }))).runs;
  const [times, onIncidents, drills] = await Promise.all([lastTimes(ctx, runbook), last("false"), last("true")]);
  return { times, onIncidents, drills };
}

/** How a runbook's procedures went before, for members; nothing while the database is away. */
export async function loadLastTimes(runbook: string): Promise<LastTime[]> {
  const ctx = await pageContext();
  if (!runPolicy.read(ctx.actor)) return [];
  return patiently(() => lastTimes(ctx, runbook), []);
}
