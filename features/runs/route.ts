import { indexOf, otherBranches } from "./branches";
import { isCheckedAttempt, type Place, placesOf, placesOfRun, type RunPlan, targetOf } from "./run-plan";
import type { StepRow } from "./step-row";

export type Route = {
  /** The procedure that the run is in now. */
  procedure: string;
  /** Steps that the answers so far lead past. */
  off: Set<string>;
  /** What an answer or a passed check has settled. */
  verdict: "recovered" | "escalate" | null;
  /** `service/file#id` when an answer leads out of this runbook. */
  leadsTo: string | null;
};

type Rows = ReadonlyMap<string, StepRow>;

/**
 * Where the answers and checks on record lead. Derived from the rows each time rather than stored, so taking an answer back
 * brings back exactly what that answer had left out.
 */
export function routeOf(plan: RunPlan, rows: Rows): Route {
  const route: Route = { procedure: plan.taken[0] ?? "", off: new Set(), verdict: null, leadsTo: null };
  if (plan.entry) leaveBefore(placesOf(plan, route.procedure), plan.entry, route);
  const entered = new Set<string>();
  for (let next: string | null = route.procedure; next !== null && !entered.has(next); ) {
    route.procedure = next;
    entered.add(next);
    next = followAnswers(plan, rows, route);
  }
  for (const { step, procedure } of placesOfRun(plan)) if (!entered.has(procedure)) route.off.add(step.id);
  settleRecovery(plan, rows, route);
  for (const stepId of Object.keys(plan.dropped ?? {})) route.off.add(stepId);
  return route;
}

/** Applies the answers of the procedure that the route is in; returns the procedure that one of them leads to. */
function followAnswers(plan: RunPlan, rows: Rows, route: Route): string | null {
  const places = placesOf(plan, route.procedure);
  for (const decision of places) {
    const row = rows.get(decision.step.id);
    if (decision.step.type !== "decision" || row?.state !== "done" || route.off.has(decision.step.id)) continue;
    const option = decision.step.options.find(({ label }) => label === row.option);
    if (!option) continue;
    if (option.outcome === "escalate") settle(places, route, "escalate");
    if (option.outcome === "recovered" && !isRefuted(places, rows)) settle(places, route, "recovered");
    if (route.verdict) return null;
    const target = targetOf(plan, option.goto);
    if (target.type === "runbook") {
      leaveAll(places, route);
      route.leadsTo = target.target;
      return null;
    }
    if (target.type === "none") continue;
    if (target.procedure !== route.procedure) {
      leaveAll(places, route);
      if (target.type === "step") leaveBefore(placesOf(plan, target.procedure), target.stepId, route);
      return target.procedure;
    }
    if (target.type !== "step") continue;
    jump(plan, places, decision, target.stepId, option.label, route);
    if (route.verdict) return null;
  }
  return null;
}

function jump(plan: RunPlan, places: Place[], decision: Place, to: string, label: string, route: Route) {
  const from = indexOf(places, decision.step.id);
  const target = indexOf(places, to);
  if (target <= from) return;
  for (const { step } of places.slice(from + 1, target)) route.off.add(step.id);
  for (const id of otherBranches(plan, decision, label)) route.off.add(id);
  if (places[target]?.phase === "escalation") settle(places, route, "escalate");
}

function settle(places: Place[], route: Route, verdict: "recovered" | "escalate") {
  route.verdict = verdict;
  const kept = verdict === "escalate" ? "escalation" : "verification";
  for (const { step, phase } of places) if (phase !== kept) route.off.add(step.id);
}

const leaveAll = (places: Place[], route: Route) => {
  for (const { step } of places) route.off.add(step.id);
};

function leaveBefore(places: Place[], stepId: string, route: Route) {
  for (const { step } of places.slice(0, indexOf(places, stepId))) route.off.add(step.id);
}

/** An attempt whose check passed means recovered. */
function settleRecovery(plan: RunPlan, rows: Rows, route: Route) {
  if (route.verdict || route.leadsTo) return;
  const places = placesOf(plan, route.procedure);
  const passed = places.some((place) => isCheckedAttempt(place) && rows.get(place.step.id)?.state === "done");
  if (passed && !isRefuted(places, rows)) settle(places, route, "recovered");
}

/** A failed step of the verification refutes a recovery: the attempts that it had spared are back. */
const isRefuted = (places: Place[], rows: Rows): boolean =>
  places.some(({ phase, step }) => phase === "verification" && rows.get(step.id)?.state === "failed");
