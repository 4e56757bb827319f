import { z } from "zod";
import { ClientId, IncidentKey, IsoTime, Reason } from "../schema";
import { AppendedEntry } from "../timeline/schema";
import { roleNames } from "../vocabulary";

export const handoverStates = ["offered", "accepted", "declined", "withdrawn"] as const;

export const OfferRole = z.object({
  key: IncidentKey,
  role: z.enum(roleNames),
  /** Id, e-mail or name of whoever is to take it. */
  to: z.string().trim().min(1).max(200),
  /** What the one who leaves wants the other to know: hypotheses, what was tried; Markdown. */
  note: z.string().trim().max(20_000).default(""),
  /** Id of the timeline entry: the same id twice is one offer. */
  id: ClientId.optional(),
});
export type OfferRole = z.output<typeof OfferRole>;

export const DecideHandover = z.object({
  key: IncidentKey,
  handoverId: z.uuid(),
  decision: z.enum(["accept", "decline", "withdraw"]),
  /** Why not; a refusal wants one. */
  reason: Reason.optional(),
  /** Id of the timeline entry: the same id twice is one decision. */
  id: ClientId.optional(),
});
export type DecideHandover = z.output<typeof DecideHandover>;

const Somebody = z.object({ id: z.string().nullable(), name: z.string() });

export const HandoverView = z.object({
  id: z.string(),
  role: z.enum(roleNames),
  from: Somebody,
  to: Somebody,
  state: z.enum(handoverStates),
  note: z.string(),
  offeredAt: IsoTime,
});
export type HandoverView = z.output<typeof HandoverView>;

export const ChangedHandover = z.object({ handover: HandoverView, entry: AppendedEntry });
export type ChangedHandover = z.output<typeof ChangedHandover>;
