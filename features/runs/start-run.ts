import { AppError } from "@/lib/errors/app-error";
import { placesOfRun, procedureOf, type RunPlan } from "./run-plan";
import type { RunState } from "./run-state";
import { freshRow } from "./step-row";

/**
 * A run at its beginning: every step of the procedure pending.
 * @throws `not_found` when the runbook has no such procedure
 */
export function startOf(plan: Omit<RunPlan, "taken">, procedure: string): RunState {
  const taken: RunPlan = { ...plan, taken: [procedure] };
  if (!procedureOf(taken, procedure)) throw new AppError("not_found", { procedure });
  return { status: "active", plan: taken, steps: placesOfRun(taken).map(({ step }) => freshRow(step.id)) };
}
