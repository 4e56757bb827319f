import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { notify } from "@/lib/realtime/notify";
import { loadRun, lockRun } from "../lock/queries";
import { runPolicy } from "../policy";
import { viewOf } from "../queries";
import type { RunView, SetVariables } from "../schema";

/**
 * Keeps values for the run's placeholders, for everybody on it. Setting the same twice changes nothing, so it needs no id.
 * @throws `validation_failed` for a name that the runbook does not use, and for a secret
 */
export async function setVariables(ctx: Ctx, { runId, variables }: SetVariables): Promise<RunView> {
  authorize(runPolicy, "act", ctx.actor, undefined);
  await transaction(ctx.db, async (tx) => {
    const { record, state } = await lockRun(tx, runId);
    const open = new Set(state.plan.variables.filter(({ secret }) => !secret).map(({ name }) => name));
    const refused = Object.keys(variables).filter((name) => !open.has(name));
    if (refused.length > 0) {
      const issues = refused.map((name) => ({ path: `variables.${name}`, code: "custom", message: "not kept" }));
      throw new AppError("validation_failed", { issues });
    }
    const merged = { ...(record.variables as Record<string, string>), ...variables };
    const kept = Object.entries(merged).filter((pair): pair is [string, string] => pair[1] !== null);
    await tx.run.update({ where: { id: runId }, data: { variables: Object.fromEntries(kept) } });
    await notify(tx, `run:${runId}`, record.version);
  });
  return viewOf(ctx, await loadRun(ctx.db, runId));
}
