import type { PlanPhase, PlanStep } from "@/features/runbooks/plan";

/**
 * Puts a step where the text in force has it: behind the nearest step before it that both have, else before the nearest one
 * after it, else at the end of its phase; a phase that is not there yet is made.
 * @param fresh the phases of the text in force, which hold the step
 */
export function insertStep(phases: PlanPhase[], step: PlanStep, fresh: PlanPhase[]): PlanPhase[] {
  const home = fresh.findIndex(({ steps }) => steps.some(({ id }) => id === step.id));
  const phase = fresh[home];
  if (!phase) return phases;
  const at = phase.steps.findIndex(({ id }) => id === step.id);
  const earlier = phase.steps.slice(0, at).toReversed();
  for (const { id } of earlier) {
    const found = locate(phases, phase, id);
    if (found) return placed(phases, found.phase, found.at + 1, step);
  }
  for (const { id } of phase.steps.slice(at + 1)) {
    const found = locate(phases, phase, id);
    if (found) return placed(phases, found.phase, found.at, step);
  }
  const same = counterpart(phases, fresh, home);
  if (same >= 0) return placed(phases, same, phases[same]?.steps.length ?? 0, step);
  const previous = fresh.slice(0, home).map((_, index) => counterpart(phases, fresh, index));
  const made: PlanPhase = { ...phase, steps: [step] };
  return phases.toSpliced(Math.max(-1, ...previous) + 1, 0, made);
}

/** Takes a step out; a phase that it leaves empty stays, because steps of it may come back. */
export const withoutStep = (phases: PlanPhase[], stepId: string): PlanPhase[] =>
  phases.map((phase) => ({ ...phase, steps: phase.steps.filter(({ id }) => id !== stepId) }));

function locate(phases: PlanPhase[], { kind }: PlanPhase, stepId: string): { phase: number; at: number } | null {
  for (const [phase, { kind: other, steps }] of phases.entries()) {
    const at = other === kind ? steps.findIndex(({ id }) => id === stepId) : -1;
    if (at >= 0) return { phase, at };
  }
  return null;
}

const placed = (phases: PlanPhase[], index: number, at: number, step: PlanStep): PlanPhase[] =>
  phases.map((phase, n) => (n === index ? { ...phase, steps: phase.steps.toSpliced(at, 0, step) } : phase));

/** The phase of the same kind and the same number among its kind. */
function counterpart(phases: PlanPhase[], fresh: PlanPhase[], index: number): number {
  const kind = fresh[index]?.kind;
  const number = fresh.slice(0, index).filter((phase) => phase.kind === kind).length;
  const same = phases.flatMap((phase, n) => (phase.kind === kind ? [n] : []));
  return same[number] ?? -1;
}
