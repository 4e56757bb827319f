import { type Place, placesOf, type RunPlan, targetOf } from "./run-plan";

/**
 * The steps that belong to a decision's other answers, so that they are not taken when `label` is chosen.
 *
 * A branch begins at its target and ends where the next branch of the same decision begins. The text does not say where the
 * last one ends, so it is its target alone, unless that target opens a phase that holds no other branch: then the branch is
 * the whole phase. Too short is safer than too long: a step too many can be skipped, a hidden one is missed.
 */
export function otherBranches(plan: RunPlan, decision: Place, label: string): Set<string> {
  const places = placesOf(plan, decision.procedure);
  const at = indexOf(places, decision.step.id);
  const starts = new Map<number, boolean>();
  for (const option of decision.step.options) {
    const target = targetOf(plan, option.goto);
    if (target.type !== "step" || target.procedure !== decision.procedure) continue;
    const start = indexOf(places, target.stepId);
    if (start > at) starts.set(start, (starts.get(start) ?? false) || option.label === label);
  }
  const sorted = [...starts.keys()].sort((a, b) => a - b);
  const others = sorted.filter((start) => !starts.get(start));
  return new Set(others.flatMap((start) => branchFrom(places, start, sorted).map(({ step }) => step.id)));
}

function branchFrom(places: Place[], start: number, starts: number[]): Place[] {
  const phase = places[start]?.phaseIndex;
  const samePhase = (index: number) => places[index]?.phaseIndex === phase;
  const next = starts.find((other) => other > start && samePhase(other));
  if (next !== undefined) return places.slice(start, next);
  const opensPhase = !samePhase(start - 1);
  if (!opensPhase) return places.slice(start, start + 1);
  return places.filter((_, index) => index >= start && samePhase(index));
}

export const indexOf = (places: Place[], stepId: string): number => places.findIndex(({ step }) => step.id === stepId);
