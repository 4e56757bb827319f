import { z } from "zod";
import { IncidentKey } from "../schema";

export const MarkRead = z.object({
  key: IncidentKey,
  /** Number of the last entry that was on the screen; beyond the timeline's end it means the end. */
  seq: z.number().int().min(0).max(2_147_483_647),
});
export type MarkRead = z.output<typeof MarkRead>;

/** How far the caller has read; 0 for who has not been there, and for tokens, which read for nobody. */
export const ReadMarkView = z.object({ seq: z.number().int() });
/** Entries that somebody has not seen, by the incident's id. Incidents where they never were are left out. */
export type Unread = Record<string, number>;

export type ReadMarkView = z.output<typeof ReadMarkView>;
