import { nextState, type RunStatus } from "./machine";
import { placesOfRun, type RunPlan } from "./run-plan";
import { changed, type StepRow, untouched } from "./step-row";

/** A run as the engine sees it; `steps` holds one row per step of the procedures taken, in order. */
export type RunState = { status: RunStatus; plan: RunPlan; steps: StepRow[] };

/** The run's rows by step id. */
export const rowsById = (run: RunState): ReadonlyMap<string, StepRow> =>
  new Map(run.steps.map((row) => [row.stepId, row]));

/** Hands worked steps back to everybody, for another round. */
export function repeatSteps(run: RunState, stepIds: string[]): RunState {
  const types = new Map(placesOfRun(run.plan).map(({ step }) => [step.id, step.type]));
  const steps = run.steps.map((row) => {
    if (!stepIds.includes(row.stepId)) return row;
    const to = nextState(types.get(row.stepId) ?? "step", row.state, "repeat");
    return to ? changed(row, { ...untouched, state: to }) : row;
  });
  return { ...run, steps };
}
