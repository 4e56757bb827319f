import { headCommit } from "@/features/runbooks/git/head/queries";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors/app-error";
import { type LoadedRun, loadRun, lockRun } from "../lock/queries";
import { pinSource } from "../pin/commands";
import { runbookNow } from "../pin/queries";
import { runPolicy } from "../policy";
import { viewOf, wholeStep } from "../queries";
import { isRepeated, recordRunEvent, writing } from "../record/commands";
import type { ChangedRun } from "../schema";
import { checkOpen } from "../steps/commands";
import { tellTurn } from "../stories";
import { adopt, together } from "./adoption";
import type { Change } from "./changes";
import { standingOf } from "./queries";
import type { AdoptSteps } from "./schema";
import { adoptionData, adoptionText } from "./story";

/**
 * Moves steps ahead of a run to the runbook in force. What somebody worked on stays what it was. The same id twice is one adoption.
 * @throws `offer_changed` when another version is in force by now; `stale_version` with the `current` step when somebody worked on
 *   one or adopted it meanwhile; `run_ended`; `incident_closed`; `id_reused`
 */
export async function adoptSteps(ctx: Ctx, input: AdoptSteps): Promise<ChangedRun> {
  authorize(runPolicy, "act", ctx.actor, undefined);
  const { runId } = input;
  const commit = await headCommit();
  const repeated = await writing(ctx, input.id, async (tx) => {
    const run = await lockRun(tx, runId);
    if (await isRepeated(tx, runId, input.id)) return true;
    checkOpen(run);
    if (run.state.status !== "active") throw new AppError("run_ended", { status: run.state.status });
    const { offered, changes } = await standingOf(tx, run);
    const source = await runbookNow(run.record.runbook);
    if (!offered || typeof source === "string" || source.blob !== input.blob || offered.blob !== input.blob)
      throw new AppError("offer_changed", { blob: offered?.blob ?? null });
    checkSeen(run, changes, input);
    const version = { ...offered, commit };
    const adopted = together(changes, new Set(input.steps.map(({ id }) => id)), version);
    await pinSource(tx, { blob: source.blob, path: `${source.path}.${source.format}`, text: source.source });
    const after = adopt(run.state, version, adopted);
    const data = adoptionData(run.record, version, adopted);
    const told = { kind: "step" as const, body: adoptionText(ctx.locale, run.record, version, adopted), data };
    const entries = [told, ...tellTurn(ctx.locale, run.record, run.state, after)];
    await recordRunEvent(tx, ctx, run, after, { id: input.id, event: "adopt", data, entries });
    return false;
  });
  return { run: await viewOf(ctx, await loadRun(ctx.db, runId)), repeated };
}

/** Whoever decided saw these steps as they are still. */
function checkSeen(run: LoadedRun, changes: Change[], { steps }: AdoptSteps): void {
  const open = new Map(changes.map((change) => [change.stepId, change]));
  for (const { id, expectedVersion } of steps) {
    const change = open.get(id);
    if (change && !change.held && change.version === expectedVersion) continue;
    if (!run.state.steps.some(({ stepId }) => stepId === id)) throw new AppError("offer_changed", { stepId: id });
    throw new AppError("stale_version", { current: wholeStep(run, id), expectedVersion });
  }
}
