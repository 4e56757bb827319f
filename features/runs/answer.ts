import { indexOf } from "./branches";
import { type Place, placesOf, type RunPlan, targetOf } from "./run-plan";
import { type RunState, repeatSteps, rowsById } from "./run-state";
import { freshRow } from "./step-row";

/**
 * What an answer does besides choosing the route: another procedure of the file joins the run, and a way back hands its steps
 * out again. A loop therefore asks its question again each time round, and no chain of answers can run in circles by itself.
 */
export function answer(run: RunState, decision: Place, label: string): RunState {
  const option = decision.step.options.find((one) => one.label === label);
  const target = targetOf(run.plan, option?.goto ?? null);
  if (target.type === "none" || target.type === "runbook") return run;
  if (!run.plan.taken.includes(target.procedure)) return enter(run, target.procedure);
  const places = placesOf(run.plan, target.procedure);
  const to = target.type === "step" ? indexOf(places, target.stepId) : 0;
  const until = target.procedure === decision.procedure ? indexOf(places, decision.step.id) + 1 : places.length;
  const from = target.procedure === decision.procedure ? to : Math.min(to, wayOut(run, places));
  return repeatSteps(
    run,
    places.slice(from, until).map(({ step }) => step.id),
  );
}

function enter(run: RunState, procedure: string): RunState {
  const plan: RunPlan = { ...run.plan, taken: [...run.plan.taken, procedure] };
  const rows = placesOf(plan, procedure).map(({ step }) => freshRow(step.id, plan.sources?.[procedure] ?? null));
  return { ...run, plan, steps: [...run.steps, ...rows] };
}

/** Where the run once left this procedure: coming back, that question stands open again. */
function wayOut(run: RunState, places: Place[]): number {
  const rows = rowsById(run);
  const index = places.findIndex(({ step, procedure }) => {
    const chosen = step.options.find(({ label }) => label === rows.get(step.id)?.option);
    const target = targetOf(run.plan, chosen?.goto ?? null);
    return target.type !== "none" && target.type !== "runbook" && target.procedure !== procedure;
  });
  return index < 0 ? places.length : index;
}
