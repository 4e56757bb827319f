import { AppError } from "@/lib/errors/app-error";
import { resettled } from "./engine";
import { placesOfRun, type RunPlan, targetOf } from "./run-plan";
import type { RunState } from "./run-state";
import { freshRow } from "./step-row";

/**
 * A run at its beginning: every step of the procedure pending.
 * @param id a procedure, or a step of one: then the steps before it are not taken
 * @throws `not_found` when the runbook has neither
 */
export function startOf(plan: Omit<RunPlan, "taken" | "entry">, id: string): RunState {
  const target = targetOf({ ...plan, taken: [] }, id);
  if (target.type === "none" || target.type === "runbook") throw new AppError("not_found", { procedure: id });
  const entry = target.type === "step" ? { entry: target.stepId } : {};
  const begun: RunPlan = { ...plan, ...entry, taken: [target.procedure] };
  const run: RunState = {
    status: "active",
    plan: begun,
    steps: placesOfRun(begun).map(({ step }) => freshRow(step.id)),
  };
  return target.type === "step" ? resettled(run) : run;
}
