import { z } from "zod";
import { ClientId, Instant } from "@/features/incidents/schema";
import { RunId } from "../schema";

export const ExtendLimit = z.object({
  runId: RunId,
  /** Key of a running clock: `step:<id>`, `procedure` or `escalation`. */
  clock: z.string().max(210),
  /** Seconds to add. */
  seconds: z.number().int().min(30).max(7_200),
  /** The limit that the person saw; two people who ask at once add once. */
  dueAt: Instant,
  /** Id of the event, made by the client: the same id twice is one extension. */
  id: ClientId.optional(),
});
export type ExtendLimit = z.output<typeof ExtendLimit>;
