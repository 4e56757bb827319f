import { z } from "zod";
import { IncidentKey, Instant } from "../schema";

export const TickChecklistItem = z.object({
  key: IncidentKey,
  itemId: z.uuid(),
  checked: z.boolean(),
  /** Version of the item that the person saw. */
  expectedVersion: z.number().int().positive().optional(),
  /** When it was done, where that is told later. */
  happenedAt: Instant.optional(),
});
export type TickChecklistItem = z.output<typeof TickChecklistItem>;
