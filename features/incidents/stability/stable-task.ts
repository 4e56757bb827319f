import { z } from "zod";

/** Name of the task that records that a service has been stable for long enough. */
export const stableTask = "incident-stable";

export const StableSince = z.object({
  incidentId: z.uuid(),
  /** When it was mitigated. */
  since: z.iso.datetime(),
});
export type StableSince = z.output<typeof StableSince>;
