import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { getRunbook } from "../library/queries";
import { suggestionPolicy } from "./policy";
import type { ListedSuggestion, ListSuggestions, Suggestion } from "./schema";
import { stepChange } from "./step-text";
import { suggestionView } from "./view";

/** What was said of the steps of a run, in order, whatever became of it. */
export async function suggestionsOfRun(tx: Tx, runId: string): Promise<Suggestion[]> {
  const rows = await tx.suggestion.findMany({ where: { runId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  return rows.map(suggestionView);
}

/** Suggestions for editors, the oldest first. */
export async function listSuggestions(
  ctx: Ctx,
  { runbook, state }: ListSuggestions,
): Promise<{ suggestions: ListedSuggestion[] }> {
  authorize(suggestionPolicy, "list", ctx.actor, undefined);
  const rows = await ctx.db.suggestion.findMany({
    where: { runbook, ...(state === "all" ? {} : { state }) },
    include: { run: { select: { incident: { select: { number: true } } } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: 200,
  });
  const sources = await ctx.db.pinnedSource.findMany({
    where: { blob: { in: rows.map(({ blob }) => blob) } },
    select: { blob: true, text: true },
  });
  const textOf = new Map(sources.map(({ blob, text }) => [blob, text]));
  const now = new Map<string, string | null>();
  for (const path of new Set(rows.map((row) => row.runbook))) now.set(path, await currentText(path));
  const suggestions = rows.map(({ run, ...row }) => {
    const [before, current] = [textOf.get(row.blob), now.get(row.runbook)];
    const incidentKey = run?.incident ? `INC-${run.incident.number}` : null;
    const home = incidentKey ? `/incidents/${incidentKey}` : "";
    return {
      ...suggestionView(row),
      stepNow: current == null ? ("gone" as const) : stepChange(before ?? "", current, row.stepId),
      runHref: row.runId && `${home}/runs/${row.runId}`,
      incidentKey,
    };
  });
  return { suggestions };
}

async function currentText(path: string): Promise<string | null> {
  const found = await getRunbook(path);
  return found.kind === "runbook" ? found.runbook.source : null;
}

/** How many are open, by runbook; for editors, nothing for others. */
export async function openSuggestions(ctx: Ctx): Promise<Record<string, number>> {
  if (!suggestionPolicy.list(ctx.actor)) return {};
  const groups = await ctx.db.suggestion.groupBy({ by: ["runbook"], where: { state: "open" }, _count: true });
  return Object.fromEntries(groups.map(({ runbook, _count }) => [runbook, _count]));
}
