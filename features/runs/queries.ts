import { numberOf } from "@/features/incidents/key";
import { namesOf } from "@/features/runbooks/library/queries";
import { suggestionsOfRun } from "@/features/runbooks/suggestions/queries";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors/app-error";
import { standingOf } from "./adopt/queries";
import { runbookView } from "./adopt/standing";
import { approvalsOf } from "./approvals/queries";
import { continuationView } from "./continue/queries";
import { evidenceOf } from "./evidence/queries";
import { type LoadedRun, loadRun } from "./lock/queries";
import { runPolicy } from "./policy";
import { routeOf } from "./route";
import { placesOfRun, type RunPlan } from "./run-plan";
import { rowsById } from "./run-state";
import { runSummary, runView, stepView } from "./run-view";
import type { ListIncidentRuns, ListRuns, RunRef, RunSummary, RunView, StepRef, StepView } from "./schema";

/** A run with its steps. @throws `not_found` */
export async function getRun(ctx: Ctx, { runId }: RunRef): Promise<RunView> {
  authorize(runPolicy, "read", ctx.actor, undefined);
  return viewOf(ctx, await loadRun(ctx.db, runId));
}

/** What a run pinned to be run, for a screen that goes on without the server. The run is there. */
export async function planOf(ctx: Ctx, { runId }: RunRef): Promise<RunPlan> {
  authorize(runPolicy, "read", ctx.actor, undefined);
  const { plan } = await ctx.db.run.findUniqueOrThrow({ where: { id: runId }, select: { plan: true } });
  return plan as unknown as RunPlan;
}

/** The view of a run that the caller has loaded and may read. */
export async function viewOf(ctx: Ctx, run: LoadedRun): Promise<RunView> {
  const { record, state, lastStepId } = run;
  const approvals = await approvalsOf(ctx.db, run, ctx.now());
  const suggestions = await suggestionsOfRun(ctx.db, record.id);
  const runbookNow = runbookView(await standingOf(ctx.db, run));
  const evidence = await evidenceOf(ctx.db, record.id);
  const chain = await continuationView(run);
  return runView(record, state, { lastStepId, now: ctx.now(), runbookNow, approvals, suggestions, evidence, chain });
}

/** One step with all of its pasted output. @throws `not_found` */
export async function getStep(ctx: Ctx, { runId, stepId }: StepRef): Promise<StepView> {
  authorize(runPolicy, "read", ctx.actor, undefined);
  return wholeStep(await loadRun(ctx.db, runId), stepId);
}

/** @throws `not_found` */
export function wholeStep({ state }: LoadedRun, stepId: string): StepView {
  const rows = rowsById(state);
  const places = placesOfRun(state.plan);
  const position = places.findIndex(({ step }) => step.id === stepId);
  const place = places[position];
  const row = rows.get(stepId);
  if (!place || !row) throw new AppError("not_found", { stepId });
  const all = Number.POSITIVE_INFINITY;
  return stepView(state.plan, rows, routeOf(state.plan, rows), place, row, position, all);
}

const summary = {
  incident: { select: { number: true, title: true, status: true, severity: true, mitigatedAt: true } },
  steps: { select: { state: true } },
} as const;

/** Runs, the newest first; those of a runbook under its older names too. */
export async function listRuns(ctx: Ctx, input: ListRuns): Promise<{ runs: RunSummary[] }> {
  authorize(runPolicy, "read", ctx.actor, undefined);
  const rows = await ctx.db.run.findMany({
    where: {
      ...(input.status === "all" ? {} : { status: input.status }),
      ...(input.drill === undefined ? {} : { drill: input.drill === "true" }),
      ...(input.runbook !== undefined && { runbook: { in: await namesOf(input.runbook) } }),
      procedure: input.procedure,
    },
    include: summary,
    orderBy: [{ startedAt: "desc" }, { id: "desc" }],
    take: input.limit,
  });
  return { runs: rows.map((row) => runSummary(row, row.steps)) };
}

/** The runs of an incident in the order of their start. @throws `not_found` */
export async function listIncidentRuns(ctx: Ctx, { key }: ListIncidentRuns): Promise<{ runs: RunSummary[] }> {
  authorize(runPolicy, "read", ctx.actor, undefined);
  const incident = await ctx.db.incident.findUnique({
    where: { number: numberOf(key) },
    select: { runs: { include: summary, orderBy: [{ startedAt: "asc" }, { id: "asc" }] } },
  });
  if (!incident) throw new AppError("not_found", { key });
  return { runs: incident.runs.map((row) => runSummary(row, row.steps)) };
}
