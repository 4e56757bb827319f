import type { StepState } from "./machine";

/** What a run keeps of a step beside its plan. */
export type StepRow = {
  stepId: string;
  state: StepState;
  /** Raised by every change; an action names the version it saw. */
  version: number;
  claimedById: string | null;
  claimedBy: string | null;
  /** Since when that person is on it: later than `startedAt` once it changed hands. */
  claimedAt: Date | null;
  startedAt: Date | null;
  endedAt: Date | null;
  /** Label of the option chosen, for a decision. */
  option: string | null;
  note: string | null;
  evidence: string | null;
  /** The text that the step was adopted from; null for the one that the run pinned at its start. */
  blob: string | null;
};

export const freshRow = (stepId: string, blob: string | null = null): StepRow => ({
  ...untouched,
  stepId,
  blob,
  state: "pending",
  version: 1,
});

/** What going back erases from the row; the run's events keep it. */
export const untouched = {
  claimedById: null,
  claimedBy: null,
  claimedAt: null,
  startedAt: null,
  endedAt: null,
  option: null,
  note: null,
  evidence: null,
} as const;

/** The row with `change`, and its version raised. */
export const changed = (row: StepRow, change: Partial<StepRow>): StepRow => ({
  ...row,
  ...change,
  version: row.version + 1,
});
