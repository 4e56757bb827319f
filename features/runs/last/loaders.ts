import { pageContext } from "@/lib/http/page-context";
import { patiently } from "@/lib/http/patience";
import { runPolicy } from "../policy";
import { type Last, type LastTime, nothingYet } from "./last-times";
import { lastTimes, readLastRuns } from "./queries";

/** How a runbook went before; nothing for who may not see it, or while the database is away. */
export async function loadLastRuns(runbook: string): Promise<Last> {
  const ctx = await pageContext();
  if (!runPolicy.read(ctx.actor)) return nothingYet;
  return patiently(() => readLastRuns(ctx, runbook), nothingYet);
}

/** How a runbook's procedures went before, for members; nothing while the database is away. */
export async function loadLastTimes(runbook: string): Promise<LastTime[]> {
  const ctx = await pageContext();
  if (!runPolicy.read(ctx.actor)) return [];
  return patiently(() => lastTimes(ctx, runbook), []);
}
