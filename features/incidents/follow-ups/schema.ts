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

/** What is left out stays as it is. */
export const EditFollowUp = z.object({
  key: IncidentKey,
  followUpId: z.uuid(),
  title: AddFollowUp.shape.title.optional(),
  /** Id, e-mail or name. */
  owner: AddFollowUp.shape.owner,
  dueOn: AddFollowUp.shape.dueOn.optional(),
  done: z.boolean().optional(),
  /** When it was done, where that is told later. */
  happenedAt: Instant.optional(),
  /** Version of the follow-up that the person saw. */
  expectedVersion: z.number().int().positive().optional(),
});
export type EditFollowUp = z.output<typeof EditFollowUp>;
