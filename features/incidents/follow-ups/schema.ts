import { z } from "zod";
import { ClientId, IncidentKey, Instant } from "../schema";

export const AddFollowUp = z.object({
  key: IncidentKey,
  id: ClientId.optional(),
  title: z.string().trim().min(1).max(300),
  /** Id, e-mail or name; left out, the caller. */
  owner: z.string().trim().min(1).max(200).optional(),
  /** Calendar day, ISO 8601. */
  dueOn: z.iso.date(),
  /** When it was decided, where that is told later. */
  happenedAt: Instant.optional(),
});
export type AddFollowUp = z.output<typeof AddFollowUp>;

export const FinishFollowUp = z.object({
  key: IncidentKey,
  followUpId: z.uuid(),
  done: z.boolean().default(true),
  /** When it was done, where that is told later. */
  happenedAt: Instant.optional(),
});
export type FinishFollowUp = z.output<typeof FinishFollowUp>;
