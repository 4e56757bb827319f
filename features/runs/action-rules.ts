import type { PlanStep } from "@/features/runbooks/plan";
import { AppError } from "@/lib/errors/app-error";
import { checkHands, type Somebody } from "./claims/claim";
import { nextState, possibleEvents, type StepEvent, type StepState } from "./machine";
import type { StepRow } from "./step-row";

/** What somebody does to a step. */
export type StepAction = {
  stepId: string;
  event: StepEvent;
  /** The reason, where one is asked for. */
  note?: string | null;
  evidence?: string | null;
  /** Whether evidence is already attached to the step. */
  attached?: boolean;
  /** Label of the option, for `choose`. */
  option?: string | null;
  /** The target typed back, for an irreversible step. */
  confirm?: string | null;
  /** Whom the step goes to, for `hand_over`. */
  to?: Somebody | null;
  by: Somebody;
  at: Date;
};

/**
 * The state that the action leads to, once it has said what it has to say.
 * @throws `invalid_transition`, `reason_required`, `unknown_option`, `confirmation_required`, `evidence_required`;
 *   `already_on_step`, `unknown_person` for changing hands
 */
export function checkAction(step: PlanStep, row: StepRow, action: StepAction): StepState {
  const { event } = action;
  const to = nextState(step.type, row.state, event);
  if (to === null) {
    const possible = possibleEvents(step.type, row.state);
    throw new AppError("invalid_transition", { stepId: step.id, from: row.state, event, possible });
  }
  if ((event === "skip" || event === "reopen") && isBlank(action.note))
    throw new AppError("reason_required", { event });
  checkHands(row, action);
  if (event === "choose" && !step.options.some(({ label }) => label === action.option)) {
    throw new AppError("unknown_option", {
      option: action.option ?? null,
      options: step.options.map(({ label }) => label),
    });
  }
  if (wantsConfirmation(step, row.state, action.event) && action.confirm?.trim() !== confirmationOf(step)) {
    throw new AppError("confirmation_required", { target: confirmationOf(step) });
  }
  const shown = action.attached || ![action.evidence, row.evidence, action.note].every(isBlank);
  if (event === "complete" && step.evidence === "required" && !shown) {
    throw new AppError("evidence_required", { stepId: step.id });
  }
  return to;
}

/** What has to be typed to confirm an irreversible step: its target, or its title where it names none. */
export const confirmationOf = (step: PlanStep): string => step.target ?? step.title;

/**
 * Before it is done: on starting it, on completing it without having started, and on taking it over, since what somebody else
 * typed confirms nothing for whoever does it now.
 */
export const wantsConfirmation = (step: PlanStep, from: StepState, event: StepEvent): boolean => {
  const to = nextState(step.type, from, event);
  const taken = to === "active" && event !== "hand_over";
  return step.irreversible && (taken || (from !== "active" && to === "done"));
};

const isBlank = (text: string | null | undefined) => !text || text.trim() === "";
