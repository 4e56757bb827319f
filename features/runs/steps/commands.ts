import { findResponder } from "@/features/incidents/people/queries";
import { doneAt } from "@/features/incidents/timeline/happened";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors/app-error";
import { refuseSecrets } from "@/lib/secrets/refuse-secrets";
import type { StepAction } from "../action-rules";
import { requireApproval } from "../approvals/queries";
import { endContinuations, goOn } from "../continue/commands";
import { lockContinuations, pinAhead } from "../continue/queries";
import { act } from "../engine";
import { hasFile } from "../evidence/queries";
import { type LoadedRun, loadRun, lockRun } from "../lock/queries";
import { runPolicy } from "../policy";
import { viewOf, wholeStep } from "../queries";
import { isRepeated, recordRunEvent, writing } from "../record/commands";
import type { ActedStep, ActOnStep } from "../schema";
import { tellStep } from "../stories";

/**
 * Does something to a step: its row, what the path makes of the others, the event, and the entry on the incident's timeline, in
 * one transaction. The same id twice is one action.
 * @throws `stale_version` with the `current` step; `approval_required`; `incident_closed`; `id_reused`; `secret_found`; `future_time`;
 *   `before_start`; what the engine throws
 */
export async function actOnStep(ctx: Ctx, input: ActOnStep): Promise<ActedStep> {
  authorize(runPolicy, "act", ctx.actor, undefined);
  const { runId, stepId, note, evidence } = input;
  refuseSecrets({ note, evidence }, input.cleared);
  const ahead = await pinAhead(ctx, input);
  const repeated = await writing(ctx, input.id, async (tx) => {
    const run = await lockRun(tx, runId);
    if (await isRepeated(tx, runId, input.id)) return true;
    checkOpen(run);
    checkVersion(run, input);
    const to = input.to === undefined ? null : await findResponder(tx, input.to);
    await requireApproval(tx, run, input, ctx.now());
    const attached = await hasFile(tx, runId, stepId);
    const at = whenDone(run, input, ctx.now());
    const action: StepAction = { ...input, to, attached, by: ctx.actor, at };
    const after = act(run.state, action);
    const left = await lockContinuations(tx, run, after);
    const { entries, data } = tellStep(ctx.locale, run.record, run.state, after, action);
    await recordRunEvent(tx, ctx, run, after, {
      id: input.id,
      event: input.event,
      stepId,
      data,
      entries,
      happenedAt: at,
    });
    await endContinuations(tx, ctx, left, run);
    await goOn(tx, ctx, run, after, ahead);
    return false;
  });
  const run = await loadRun(ctx.db, runId);
  return { ...wholeStep(run, stepId), run: await viewOf(ctx, run), repeated };
}

/** A closed incident is history; it has to be reopened first. @throws `incident_closed` */
export function checkOpen({ record }: LoadedRun): void {
  if (record.incident?.status === "closed") throw new AppError("incident_closed");
}

/** When it was done: while the run was on, and no step is finished before it was started. @throws `future_time`, `before_start` */
function whenDone({ record, state }: LoadedRun, { happenedAt, stepId }: ActOnStep, now: Date): Date {
  const at = doneAt(happenedAt, record.startedAt, now);
  const started = state.steps.find((row) => row.stepId === stepId)?.startedAt;
  return started && at < started ? started : at;
}

function checkVersion(run: LoadedRun, { stepId, expectedVersion }: ActOnStep): void {
  const current = wholeStep(run, stepId);
  if (current.version !== expectedVersion) throw new AppError("stale_version", { current, expectedVersion });
}
