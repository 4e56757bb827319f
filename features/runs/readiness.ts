import { indexOf } from "./branches";
import { isOpen } from "./machine";
import type { Route } from "./route";
import { type Place, placesOf, type RunPlan } from "./run-plan";
import type { StepRow } from "./step-row";

type Rows = ReadonlyMap<string, StepRow>;

/**
 * The step that has to be finished first, or null when this one can be worked on. Inside a phase in sequence that is the
 * earlier open step; a verification waits for the attempts. Phases do not wait for each other otherwise: who already knows
 * the cause goes straight to the remedy.
 */
export function waitingFor(plan: RunPlan, rows: Rows, route: Route, place: Place): string | null {
  const places = placesOf(plan, place.procedure);
  const at = indexOf(places, place.step.id);
  const open = ({ step }: Place) => !route.off.has(step.id) && isOpen(rows.get(step.id)?.state ?? "pending");
  const before = (other: Place, index: number) => {
    if (other.phaseIndex === place.phaseIndex) return place.order === "sequence" && index < at;
    return place.phase === "verification" && other.phase === "remediation" && route.verdict !== "recovered";
  };
  return places.find((other, index) => before(other, index) && open(other))?.step.id ?? null;
}

/**
 * The read step right before a question, when it is all that the question waits for: answering it says that one has looked.
 * A step that changes something, wants evidence or has an expected result is finished in its own right.
 */
export function answersFor(plan: RunPlan, place: Place, waiting: string): string | null {
  const places = placesOf(plan, place.procedure);
  const host = places[indexOf(places, place.step.id) - 1]?.step;
  if (!host || host.id !== waiting || host.type !== "step" || place.step.type !== "decision") return null;
  const plain = host.kind === "read" && host.evidence === "optional" && !host.irreversible && host.expects.length === 0;
  return plain ? host.id : null;
}
