import type { PlanProcedure, PlanStep } from "@/features/runbooks/plan";
import { resettled } from "../engine";
import { placesOfRun, procedureOf, type RunPlan, targetOf } from "../run-plan";
import { type RunState, rowsById } from "../run-state";
import { changed, freshRow } from "../step-row";
import { adoptable, type Change } from "./changes";
import { insertStep, withoutStep } from "./insert-step";
import type { Offered } from "./offered";

/**
 * The changes that go together with those chosen: a question brings the new steps that its answers lead to, because an answer
 * that led nowhere would pass them over in silence.
 */
export function together(changes: Change[], chosen: ReadonlySet<string>, offered: Offered): Change[] {
  const open = adoptable(changes);
  const wanted = new Set(chosen);
  for (let size = -1; size !== wanted.size; ) {
    size = wanted.size;
    for (const { stepId } of open.filter((change) => wanted.has(change.stepId)))
      for (const { goto } of stepIn(offered.procedures, stepId)?.options ?? [])
        if (goto && open.some((change) => change.kind === "added" && change.stepId === goto)) wanted.add(goto);
  }
  return open.filter(({ stepId }) => wanted.has(stepId));
}

/**
 * Moves steps ahead to the text in force. Rows that somebody worked on stay exactly what they were; a new step becomes a pending
 * row in its place, one that is gone keeps its place and is not taken. Order and deadlines of phases stay as the run began.
 */
export function adopt(run: RunState, offered: Offered, changes: Change[]): RunState {
  const touched = new Map(changes.map((change) => [change.stepId, change]));
  const plan = changes.reduce<RunPlan>((held, change) => applied(held, offered, change), {
    ...run.plan,
    versions: { ...run.plan.versions, [offered.blob]: offered.commit },
    variables: [...run.plan.variables, ...offered.variables.filter((one) => isNew(run.plan, one.name))],
  });
  const led = changes.reduce<RunPlan>((held, { stepId }) => bringTargets(held, offered, stepId), plan);
  const rows = rowsById(run);
  const steps = placesOfRun(led).map(({ step }) => {
    const row = rows.get(step.id);
    const change = touched.get(step.id);
    if (!row) return freshRow(step.id, offered.blob);
    if (!change) return row;
    return changed(row, change.kind === "moved" || change.kind === "removed" ? {} : { blob: offered.blob });
  });
  return resettled({ ...run, plan: led, steps });
}

const isNew = (plan: RunPlan, name: string) => !plan.variables.some((variable) => variable.name === name);

function applied(plan: RunPlan, offered: Offered, change: Change): RunPlan {
  const { stepId, procedure, kind } = change;
  const { [stepId]: _, ...dropped } = plan.dropped ?? {};
  if (kind === "removed") return { ...plan, dropped: { ...dropped, [stepId]: offered.blob } };
  const fresh = offered.procedures.find(({ id }) => id === procedure);
  const step = stepIn(offered.procedures, stepId);
  if (!fresh || !step) return plan;
  const inPlace = kind === "changed" && !change.moved;
  const rewrite = (held: PlanProcedure): PlanProcedure => {
    if (held.id !== procedure) {
      // A step has one place in the whole file: where the run has not been, it makes room.
      return plan.taken.includes(held.id) ? held : { ...held, phases: withoutStep(held.phases, stepId) };
    }
    const phases = inPlace
      ? held.phases.map((phase) => ({ ...phase, steps: phase.steps.map((one) => (one.id === stepId ? step : one)) }))
      : insertStep(
          withoutStep(held.phases, stepId),
          kind === "moved" ? (stepIn([held], stepId) ?? step) : step,
          fresh.phases,
        );
    return { ...held, phases };
  };
  return { ...plan, dropped, procedures: plan.procedures.map(rewrite) };
}

/** Procedures that an adopted question leads to and the run has not entered come along: nobody has worked in them. */
function bringTargets(plan: RunPlan, offered: Offered, stepId: string, seen = new Set<string>()): RunPlan {
  const whole: RunPlan = { ...plan, procedures: offered.procedures };
  let led = plan;
  for (const { goto } of stepIn(offered.procedures, stepId)?.options ?? []) {
    const target = targetOf(whole, goto);
    if (target.type === "none" || target.type === "runbook") continue;
    if (led.taken.includes(target.procedure) || seen.has(target.procedure)) continue;
    seen.add(target.procedure);
    const fresh = procedureOf(whole, target.procedure);
    if (!fresh) continue;
    led = withProcedure(led, fresh, offered.blob);
    for (const { id } of fresh.phases.flatMap(({ steps }) => steps)) led = bringTargets(led, offered, id, seen);
  }
  return led;
}

function withProcedure(plan: RunPlan, fresh: PlanProcedure, blob: string): RunPlan {
  const own = new Set(fresh.phases.flatMap(({ steps }) => steps.map(({ id }) => id)));
  const worked = new Set(placesOfRun(plan).map(({ step }) => step.id));
  const phases = fresh.phases.map((phase) => ({ ...phase, steps: phase.steps.filter(({ id }) => !worked.has(id)) }));
  const others = plan.procedures
    .filter(({ id }) => id !== fresh.id)
    .map((held) =>
      plan.taken.includes(held.id)
        ? held
        : {
            ...held,
            phases: held.phases.map((phase) => ({ ...phase, steps: phase.steps.filter(({ id }) => !own.has(id)) })),
          },
    );
  const at = plan.procedures.findIndex(({ id }) => id === fresh.id);
  const procedures = others.toSpliced(at < 0 ? others.length : at, 0, { ...fresh, phases });
  return { ...plan, procedures, sources: { ...plan.sources, [fresh.id]: blob } };
}

const stepIn = (procedures: PlanProcedure[], stepId: string): PlanStep | undefined =>
  procedures.flatMap(({ phases }) => phases.flatMap(({ steps }) => steps)).find(({ id }) => id === stepId);
