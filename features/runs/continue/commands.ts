import { v7 } from "uuid";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { type Tx, transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { endRun } from "../engine";
import { type LoadedRun, loadRun, lockRun } from "../lock/queries";
import { runPolicy } from "../policy";
import { viewOf } from "../queries";
import { recordRunEvent, tell } from "../record/commands";
import { placesOfRun } from "../run-plan";
import { type RunState, rowsById } from "../run-state";
import type { RunRef, StartedRun } from "../schema";
import { createRun } from "../start/commands";
import { startOf } from "../start-run";
import { tellTurn } from "../stories";
import type { KeptValues } from "../variables/values";
import { type Ahead, continuationOf, leadsTo, pinTarget } from "./queries";
import { continuationWords } from "./words";

/**
 * Starts the run that goes on where an answer has led, on the same incident or as a drill like the first. When the runbook is not
 * there, the answer stands all the same and the timeline says what is missing.
 * @param run as it was before the answer, locked
 */
export async function goOn(tx: Tx, ctx: Ctx, run: LoadedRun, after: RunState, ahead: Ahead | null): Promise<void> {
  const target = leadsTo(after);
  if (run.state.status !== "active" || after.status === "active" || target === null) return;
  // The plan may have changed since the answer was read.
  const found = ahead?.target === target ? ahead : await pinTarget(target);
  if ("problem" in found) {
    const body = continuationWords(ctx.locale).failed(target, found.problem);
    const data = { event: "run-not-continued", target, why: found.problem };
    return tell(tx, ctx, run.record, v7(), { event: "continue", data, entries: [{ kind: "step", body, data }] });
  }
  await createContinuation(tx, ctx, run, after, found);
}

/**
 * Goes on where an answer of an ended run led and no run could be started then. One that goes on already is answered again.
 * @throws `not_found` when nothing leads on, or the runbook is not there; `incident_closed`
 */
export async function continueRun(ctx: Ctx, { runId }: RunRef): Promise<StartedRun> {
  authorize(runPolicy, "start", ctx.actor, undefined);
  const target = leadsTo((await loadRun(ctx.db, runId)).state);
  if (target === null) throw new AppError("not_found", { runId });
  const found = await pinTarget(target);
  const { id, repeated } = await transaction(ctx.db, async (tx) => {
    const run = await lockRun(tx, runId);
    const existing = continuationOf(run);
    if (existing) return { id: existing.id, repeated: true };
    if (run.record.incident?.status === "closed") throw new AppError("incident_closed");
    if ("problem" in found || leadsTo(run.state) !== target) throw new AppError("not_found", { target });
    return { id: await createContinuation(tx, ctx, run, run.state, found), repeated: false };
  });
  return { ...(await viewOf(ctx, await loadRun(ctx.db, id))), repeated };
}

/** Ends runs whose question was reopened: nothing of them is erased, and the reason is on record. */
export async function endContinuations(tx: Tx, ctx: Ctx, runs: LoadedRun[], from: LoadedRun): Promise<void> {
  const question = questionOf(from.record.continuedBy[0]?.continuesStepId ?? null, from.state);
  const reason = continuationWords(ctx.locale).reopened(question, from.record.title);
  for (const run of runs) {
    const after = endRun(run.state, "abandoned");
    const entries = tellTurn(ctx.locale, run.record, run.state, after, reason);
    const data = { outcome: "abandoned", reason, reopened: from.record.id };
    await recordRunEvent(tx, ctx, run, after, { event: "end", data, entries });
  }
}

type Found = Exclude<Ahead, { problem: unknown }>;

async function createContinuation(
  tx: Tx,
  ctx: Ctx,
  { record }: LoadedRun,
  after: RunState,
  found: Found,
): Promise<string> {
  const id = v7();
  const state = startOf(found.pin.plan, found.id);
  const known = new Set(state.plan.variables.filter(({ secret }) => !secret).map(({ name }) => name));
  const values = Object.entries(record.variables as KeptValues).filter(([name, { hand }]) => known.has(name) && hand);
  const { incidentId, drill } = record;
  await createRun(tx, ctx, {
    id,
    incident: incidentId ? await tx.incident.findUniqueOrThrow({ where: { id: incidentId } }) : null,
    drill,
    pin: found.pin,
    state,
    continues: { id: record.id, stepId: leadingStep(after, found.target), title: record.title },
    variables: Object.fromEntries(values),
  });
  return id;
}

/** The question whose answer led to the target. */
function leadingStep(run: RunState, target: string): string {
  const rows = rowsById(run);
  const place = placesOfRun(run.plan).find(({ step }) =>
    step.options.some(({ label, goto }) => goto === target && label === rows.get(step.id)?.option),
  );
  return place?.step.id ?? "";
}

const questionOf = (stepId: string | null, { plan }: RunState): string =>
  placesOfRun(plan).find(({ step }) => step.id === stepId)?.step.title ?? "";
