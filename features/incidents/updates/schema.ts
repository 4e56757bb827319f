import { z } from "zod";
import { ClientId, IncidentKey, Instant, Reason } from "../schema";
import { partLimit } from "./part-limit";

const Part = z
  .string()
  .trim()
  .max(partLimit)
  .refine((text) => !text.includes("\u0000"));

/** What stakeholders are told: how it is, what is being done, what is asked of them. Markdown. */
export const UpdateParts = z.object({
  condition: Part.min(1),
  actions: Part.default(""),
  needs: Part.default(""),
});
export type UpdateParts = z.output<typeof UpdateParts>;

export const PublishUpdate = UpdateParts.extend({
  key: IncidentKey,
  /** Id of the timeline entry: the same id twice is one update. */
  id: ClientId.optional(),
  happenedAt: Instant.optional(),
  /** When the next one is promised; null promises none; left out, as often as the severity asks for. */
  nextUpdateAt: Instant.nullable().optional(),
});
export type PublishUpdate = z.output<typeof PublishUpdate>;

export const SnoozeUpdate = z.object({
  key: IncidentKey,
  /** The new time of the next update; null where nobody waits for one. */
  at: Instant.nullable(),
  /** Why it comes later; said on the timeline. */
  reason: Reason.min(1),
  id: ClientId.optional(),
  expectedVersion: z.number().int().positive().optional(),
  /** The time that the person saw promised: another one by now is a conflict. */
  from: Instant.nullable().optional(),
});
export type SnoozeUpdate = z.output<typeof SnoozeUpdate>;
