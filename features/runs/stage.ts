import { isOpen, type RunStatus } from "./machine";
import { type Route, routeOf } from "./route";
import { isCheckedAttempt, type Place, placesOf, procedureOf, type RunPlan } from "./run-plan";
import type { StepRow } from "./step-row";

/** Where a run stands. */
export type Stage =
  | { at: "work"; procedure: string }
  /** Nothing left to try: time to call others. */
  | { at: "escalation"; procedure: string }
  /** Nothing left to try and nobody named to call: a person says how it ended. */
  | { at: "closing"; procedure: string }
  | { at: "end"; procedure: string; outcome: Exclude<RunStatus, "active" | "abandoned">; continueAt: string | null };

type Rows = ReadonlyMap<string, StepRow>;

const decisive = new Set(["steps", "remediation", "verification"]);

/** What the rows mean for the run as a whole: it goes on, waits for a person's word, or has ended. */
export function stageOf(plan: RunPlan, rows: Rows, route: Route = routeOf(plan, rows)): Stage {
  const { procedure } = route;
  if (route.leadsTo) return { at: "end", procedure, outcome: "completed", continueAt: route.leadsTo };
  if (route.verdict === "escalate") return escalation(plan, rows, procedure);
  const stateOf = ({ step }: Place) => rows.get(step.id)?.state ?? "pending";
  const open = (place: Place) => isOpen(stateOf(place));
  // A step that the path leads past counts all the same when somebody took it after all.
  const taken = placesOf(plan, procedure).filter(
    (place) => !route.off.has(place.step.id) || !["pending", "not_taken"].includes(stateOf(place)),
  );
  if (route.verdict === "recovered") {
    const verifying = taken.some((place) => place.phase === "verification" && open(place));
    return verifying ? { at: "work", procedure } : end(procedure, "recovered");
  }
  const deciding = taken.filter(({ phase }) => decisive.has(phase));
  const looking = taken.filter(({ phase }) => phase === "diagnosis");
  const working = deciding.length > 0 ? deciding : looking;
  if (working.some(open)) return { at: "work", procedure };
  return conclude(plan, rows, procedure, deciding, looking);
}

function conclude(plan: RunPlan, rows: Rows, procedure: string, deciding: Place[], looking: Place[]): Stage {
  const count = (places: Place[], state: string) =>
    places.filter(({ step }) => step.type === "step" && rows.get(step.id)?.state === state).length;
  const unchecked = deciding.some((place) => isCheckedAttempt(place) && rows.get(place.step.id)?.state !== "done");
  const verification = deciding.filter(({ phase }) => phase === "verification");
  const remediation = deciding.filter(({ phase }) => phase === "remediation");
  const verified = count(verification, "done") > 0 && count(verification, "failed") === 0;
  if (verified && count(remediation, "done") > 0) return end(procedure, "recovered");
  if (count(deciding, "failed") > 0 || unchecked) return escalation(plan, rows, procedure);
  if (count(deciding, "done") > 0) return end(procedure, "completed");
  if (count(looking, "done") > 0 && !hasEscalation(plan, procedure)) return end(procedure, "completed");
  return escalation(plan, rows, procedure);
}

/** An escalation with steps ends with the last of them; one of text alone waits for a person to say that it is done. */
function escalation(plan: RunPlan, rows: Rows, procedure: string): Stage {
  if (!hasEscalation(plan, procedure)) return { at: "closing", procedure };
  const states = placesOf(plan, procedure)
    .filter(({ phase }) => phase === "escalation")
    .map(({ step }) => rows.get(step.id)?.state ?? "pending");
  if (states.some(isOpen) || states.length === 0) return { at: "escalation", procedure };
  return states.includes("done") ? end(procedure, "escalated") : { at: "closing", procedure };
}

const hasEscalation = (plan: RunPlan, procedure: string) =>
  procedureOf(plan, procedure)?.phases.some(({ kind }) => kind === "escalation") ?? false;

const end = (procedure: string, outcome: "recovered" | "completed" | "escalated"): Stage => ({
  at: "end",
  procedure,
  outcome,
  continueAt: null,
});
