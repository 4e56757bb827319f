/** Whole seconds between two times, never negative. */
export const secondsBetween = (from: Date, to: Date): number =>
  Math.max(0, Math.floor((to.getTime() - from.getTime()) / 1_000));

/** Seconds spent beyond a step's budget; 0 within it or without one. */
export const secondsOver = (spent: number, within: number | null): number =>
  within === null ? 0 : Math.max(0, spent - within);
