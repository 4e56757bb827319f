import { z } from "zod";
import { IncidentKey } from "../schema";

export const ListSteps = z.object({ key: IncidentKey });
export type ListSteps = z.output<typeof ListSteps>;

/** A step that `#id` can name on an incident. */
export const LinkableStep = z.object({
  runId: z.string(),
  stepId: z.string(),
  title: z.string(),
  /** Title of the procedure that is or was followed. */
  run: z.string(),
});
export type LinkableStep = z.output<typeof LinkableStep>;
