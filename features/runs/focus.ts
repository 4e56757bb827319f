import { isOpen } from "./machine";
import { waitingFor } from "./readiness";
import { routeOf } from "./route";
import { placesOf } from "./run-plan";
import { type RunState, rowsById } from "./run-state";
import { type Stage, stageOf } from "./stage";

export type Focus = {
  stage: Stage["at"];
  procedure: string;
  /** The step to look at now; null when no step is left to do. */
  stepId: string | null;
};

/**
 * Where the run goes on: the step last worked on while it is open, else the next one after it, else what was left before.
 * @param lastStepId step of the latest action, or null at the start
 */
export function focusOf(run: RunState, lastStepId: string | null): Focus {
  const rows = rowsById(run);
  const route = routeOf(run.plan, rows);
  const stage = stageOf(run.plan, rows, route);
  const { procedure } = stage;
  if (run.status !== "active") return { stage: "end", procedure, stepId: null };
  if (stage.at === "closing") return { stage: "closing", procedure, stepId: null };
  const places = placesOf(run.plan, procedure).filter(
    ({ phase, step }) =>
      (phase === "escalation") === (stage.at === "escalation") && isOpen(rows.get(step.id)?.state ?? "pending"),
  );
  if (places.some(({ step }) => step.id === lastStepId)) return { stage: stage.at, procedure, stepId: lastStepId };
  const ready = places.filter((place) => waitingFor(run.plan, rows, route, place) === null);
  const last = placesOf(run.plan, procedure).find(({ step }) => step.id === lastStepId);
  const next =
    ready.find((place) => last && place.phaseIndex === last.phaseIndex) ??
    ready.find((place) => last && place.phaseIndex > last.phaseIndex) ??
    ready[0];
  return { stage: stage.at, procedure, stepId: next?.step.id ?? null };
}
