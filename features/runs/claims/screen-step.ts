import { isOpen } from "../machine";
import type { RunView, StepView } from "../schema";
import { somebodyElse } from "./offered";

type Reader = {
  id: string | null;
  /** Somebody who only watches goes where the run goes. */
  able: boolean;
  /** The step that they chose to look at. */
  chosen: string | null;
  /** The step on their screen until now. */
  here: string | null;
};

/**
 * The step to show somebody. What others do takes nobody away from a step that is still open: they may be in the middle of it.
 * After that comes a step of their own, then where the run goes on, unless somebody else is on that one and another is free.
 */
export function screenStep(run: RunView, { id, able, chosen, here }: Reader): StepView | null {
  const byId = (wanted: string | null) => run.steps.find((step) => step.id === wanted) ?? null;
  if (chosen !== null) return byId(chosen);
  const focus = byId(run.focus.stepId);
  if (!able || run.status !== "active") return focus;
  const stayed = byId(here);
  if (stayed && isOpen(stayed.state)) return stayed;
  const mine = run.steps.filter((step) => step.state === "active" && id !== null && step.claimedBy?.id === id);
  const latest = mine.sort((a, b) => (a.claimedAt ?? "").localeCompare(b.claimedAt ?? "")).at(-1);
  if (latest) return latest;
  if (!focus || !somebodyElse(focus, { id })) return focus;
  const free = (step: StepView) => step.state === "pending" && step.waitingFor === null && step.phase === focus.phase;
  return run.steps.find((step) => step.position > focus.position && free(step)) ?? run.steps.find(free) ?? focus;
}
