import type { RunView, StepView } from "../../schema";

/** An action that did not get through, kept so that it can be sent again. */
export type Refused = {
  stepId: string | null;
  /** What was meant to happen to the step; null for what is not about one. */
  event: string | null;
  code: string;
  title: string;
  /** The step as it is now, after a conflict. */
  current: StepView | null;
  /** It was kept for a while and refused when it was sent: whatever is being done now is something else. */
  late: boolean;
  /** What was written with it, where it is not in its boxes any more. */
  texts: string[];
  again: () => void;
  /** Does without it. */
  drop: () => void;
};

/** Answers and notices may arrive in any order: the run with the higher version is the newer one. */
export const newer = (held: RunView, arrived: RunView): RunView => (arrived.version >= held.version ? arrived : held);

/** Milliseconds that this browser's clock is ahead of the server's, measured on a run that has just arrived. */
export const skewOf = (run: RunView, receivedAt: number): number => receivedAt - Date.parse(run.now);

/** A server's instant as this browser's clock counts it, so that clocks agree on every screen. */
export const onOurClock = (iso: string, skew: number): string => new Date(Date.parse(iso) + skew).toISOString();
