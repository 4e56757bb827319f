/** What became of a run. `completed`: everything was done and nothing in the procedure says whether the service recovered. */
export const runStatuses = ["active", "recovered", "completed", "escalated", "abandoned"] as const;
export type RunStatus = (typeof runStatuses)[number];

export const stepStates = ["pending", "active", "done", "failed", "skipped", "not_taken"] as const;
export type StepState = (typeof stepStates)[number];

/** What people do to a step. The last two change who is on it, and nothing else. */
export const stepEvents = ["start", "complete", "fail", "skip", "reopen", "choose", "hand_over", "take_over"] as const;
export type StepEvent = (typeof stepEvents)[number];

/** What the path does to a step: `leave` when it no longer leads there, `restore` when it does again, `repeat` when a loop comes back. */
export const pathEvents = ["leave", "restore", "repeat"] as const;
export type PathEvent = (typeof pathEvents)[number];

type Moves = Record<StepState, Partial<Record<StepEvent | PathEvent, StepState>>>;

/** Moves of a step. Reopening a finished step hands it back to everybody; a step that was not taken goes to whoever takes it after all. */
export const stepMoves = {
  pending: { start: "active", complete: "done", fail: "failed", skip: "skipped", leave: "not_taken" },
  active: {
    complete: "done",
    fail: "failed",
    skip: "skipped",
    reopen: "pending",
    hand_over: "active",
    take_over: "active",
    leave: "not_taken",
    repeat: "pending",
  },
  done: { reopen: "pending", repeat: "pending" },
  failed: { reopen: "pending", repeat: "pending" },
  skipped: { reopen: "pending", repeat: "pending" },
  not_taken: { reopen: "active", restore: "pending" },
} as const satisfies Moves;

/** Moves of a decision: it is answered rather than passed or failed. */
export const decisionMoves = {
  pending: { start: "active", choose: "done", skip: "skipped", leave: "not_taken" },
  active: {
    choose: "done",
    skip: "skipped",
    reopen: "pending",
    hand_over: "active",
    take_over: "active",
    leave: "not_taken",
    repeat: "pending",
  },
  done: { reopen: "pending", repeat: "pending" },
  failed: {},
  skipped: { reopen: "pending", repeat: "pending" },
  not_taken: { reopen: "active", restore: "pending" },
} as const satisfies Moves;

/** The next state, or null where the table has none. */
export function nextState(type: "step" | "decision", from: StepState, event: StepEvent | PathEvent): StepState | null {
  const moves: Moves = type === "decision" ? decisionMoves : stepMoves;
  return moves[from][event] ?? null;
}

/** What people can do from a state, in the table's order. */
export function possibleEvents(type: "step" | "decision", from: StepState): StepEvent[] {
  return stepEvents.filter((event) => nextState(type, from, event) !== null);
}

export const isOpen = (state: StepState): boolean => state === "pending" || state === "active";
