import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import type { Prisma } from "@/lib/db/generated/client";
import { loadRun, lockRun } from "../lock/queries";
import { runPolicy } from "../policy";
import { viewOf } from "../queries";
import { isRepeated, recordRunEvent, writing } from "../record/commands";
import type { RunView, SetVariables } from "../schema";
import { checkOpen } from "../steps/commands";
import { changeVariables } from "./change";
import { keptValues } from "./values";
import { variableWords } from "./variable-words";

/**
 * Keeps values for the run's placeholders, for everybody on it: one event and one line on the timeline for all that changes
 * together, none where nothing does. The same id twice is one change.
 * @throws what `changeVariables` throws; `incident_closed`; `id_reused`; `not_found`
 */
export async function setVariables(ctx: Ctx, input: SetVariables): Promise<RunView> {
  authorize(runPolicy, "act", ctx.actor, undefined);
  const { runId, id } = input;
  await writing(ctx, id, async (tx) => {
    const run = await lockRun(tx, runId);
    if (await isRepeated(tx, runId, id)) return;
    checkOpen(run);
    const by = { id: ctx.actor.id, name: ctx.actor.name };
    const kept = keptValues(run.record.variables);
    const { after, changes } = changeVariables(run.state.plan.variables, kept, { ...input, by, at: ctx.now() });
    if (changes.length === 0) return;
    await tx.run.update({ where: { id: runId }, data: { variables: after as Prisma.InputJsonObject } });
    const data = { event: "variables", changes };
    const entries = [{ kind: "step" as const, body: variableWords(ctx.locale, changes), data }];
    await recordRunEvent(tx, ctx, run, run.state, { id, event: "variables", data, entries });
  });
  return viewOf(ctx, await loadRun(ctx.db, runId));
}
