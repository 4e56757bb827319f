import { doneAt } from "@/features/incidents/timeline/happened";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors/app-error";
import { refuseSecrets } from "@/lib/secrets/refuse-secrets";
import { endRun as ended } from "../engine";
import { loadRun, lockRun } from "../lock/queries";
import { runPolicy } from "../policy";
import { viewOf } from "../queries";
import { isRepeated, recordRunEvent, writing } from "../record/commands";
import type { ChangedRun, EndRun } from "../schema";
import { checkOpen } from "../steps/commands";
import { tellTurn } from "../stories";

/** Outcomes that nothing on record backs, so that a person has to say why. */
const unproven = new Set(["recovered", "abandoned"]);

/**
 * Ends a run by a person's word; open steps were not taken. The same id twice is one end.
 * @throws `run_ended`, `reason_required`, `incident_closed`, `id_reused`, `secret_found`, `future_time`, `before_start`
 */
export async function endRun(ctx: Ctx, input: EndRun): Promise<ChangedRun> {
  authorize(runPolicy, "act", ctx.actor, undefined);
  const { runId, outcome, reason = "" } = input;
  refuseSecrets({ reason }, input.cleared);
  const repeated = await writing(ctx, input.id, async (tx) => {
    const run = await lockRun(tx, runId);
    if (await isRepeated(tx, runId, input.id)) return true;
    checkOpen(run);
    const after = ended(run.state, outcome);
    if (unproven.has(outcome) && reason.trim() === "") throw new AppError("reason_required", { outcome });
    const entries = tellTurn(ctx.locale, run.record, run.state, after, reason);
    const happenedAt = doneAt(input.happenedAt, run.record.startedAt, ctx.now());
    const data = { outcome, reason };
    await recordRunEvent(tx, ctx, run, after, { id: input.id, event: "end", data, entries, happenedAt });
    return false;
  });
  return { run: await viewOf(ctx, await loadRun(ctx.db, runId)), repeated };
}
