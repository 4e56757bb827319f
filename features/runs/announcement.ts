import type { RunStatus, StepState } from "./machine";

/** What of a run is announced. */
export type Seen = {
  status: RunStatus;
  focus: { stepId: string | null };
  steps: { id: string; title: string; state: StepState }[];
};

/** What a change of a run is to somebody who cannot see it. */
export type Announcement = {
  /** What people did to steps, in the order of the run. */
  moved: { title: string; state: StepState }[];
  /** How many steps the path leaves out by it. */
  left: number;
  /** The run has ended so, or goes on again. */
  status: RunStatus | null;
  /** The step to look at now, where it is another one. */
  next: string | null;
};

/** @returns null when nothing happened that has to be told */
export function announcement(was: Seen, now: Seen): Announcement | null {
  const before = new Map(was.steps.map((step) => [step.id, step.state]));
  const changed = now.steps.filter(({ id, state }) => before.has(id) && before.get(id) !== state);
  const moved = changed.filter(({ state, id }) => state !== "not_taken" && !isRestored(state, before.get(id)));
  const status = now.status === was.status ? null : now.status;
  const next = now.focus.stepId === was.focus.stepId ? null : titleOf(now.steps, now.focus.stepId);
  const left = changed.filter(({ state }) => state === "not_taken").length;
  if (moved.length === 0 && left === 0 && status === null && next === null) return null;
  return { moved: moved.map(({ title, state }) => ({ title, state })), left, status, next };
}

/** The path brought it back: nobody did anything to it. */
const isRestored = (state: StepState, from: StepState | undefined) => state === "pending" && from === "not_taken";

const titleOf = (steps: Seen["steps"], id: string | null) => steps.find((step) => step.id === id)?.title ?? null;
