/** How much of a record a draft takes: lines of the timeline, characters of each text, runs, and steps of each. */
export type DraftLimits = { lines: number; text: number; runs: number; steps: number };

/** From generous to terse. The gate reads 512 kB; the draft takes the first that leaves room for writing. */
export const draftLimits: readonly DraftLimits[] = [
  { lines: 400, text: 1_500, runs: 40, steps: 120 },
  { lines: 200, text: 400, runs: 20, steps: 60 },
  { lines: 60, text: 200, runs: 10, steps: 30 },
];
/** Bytes of a draft at most, UTF-8. */
export const draftBytes = 300_000;
