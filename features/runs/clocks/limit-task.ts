import { z } from "zod";

/** Name of the task that records that a limit was reached. */
export const limitTask = "run-limit";

export const LimitReached = z.object({
  runId: z.uuid(),
  /** Key of the clock. */
  clock: z.string(),
  dueAt: z.iso.datetime(),
});
export type LimitReached = z.output<typeof LimitReached>;
