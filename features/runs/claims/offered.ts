import type { StepEvent } from "../machine";
import type { StepView } from "../schema";

type Me = { id: string | null };

/** Whoever else is on the step now; null when nobody is, or it is the reader. */
export const somebodyElse = (step: StepView, me: Me): StepView["claimedBy"] =>
  step.state === "active" && step.claimedBy !== null && (me.id === null || step.claimedBy.id !== me.id)
    ? step.claimedBy
    : null;

/**
 * What the screen offers this reader. The table allows more: whoever calls the API may finish a step that somebody else is on,
 * and it is recorded as that. On screen one takes it over first, so that nobody does it by mistake.
 */
export function offeredTo(step: StepView, me: Me): StepView {
  const events: StepEvent[] = somebodyElse(step, me)
    ? step.possible.filter((event) => event === "take_over")
    : step.possible.filter((event) => event !== "take_over");
  return { ...step, possible: events };
}
