import { z } from "zod";
import { IncidentKey } from "../schema";

export const TickChecklistItem = z.object({
  key: IncidentKey,
  itemId: z.uuid(),
  checked: z.boolean(),
  /** Version of the item that the person saw. */
  expectedVersion: z.number().int().positive().optional(),
});
export type TickChecklistItem = z.output<typeof TickChecklistItem>;
