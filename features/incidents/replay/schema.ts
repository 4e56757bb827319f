import { z } from "zod";
import { IncidentKey, IsoTime, Severity, Status } from "../schema";
import { entryKinds } from "../timeline/schema";
import { roleNames } from "../vocabulary";

export const ReadReplay = z.object({
  key: IncidentKey,
  /** Entries with a higher number than this. */
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(2_000).default(2_000),
});
export type ReadReplay = z.output<typeof ReadReplay>;

/** What an entry changed of the incident, as its data tell. */
export const Change = z.discriminatedUnion("of", [
  z.object({ of: z.literal("status"), to: Status }),
  z.object({ of: z.literal("severity"), to: Severity }),
  z.object({ of: z.literal("role"), role: z.enum(roleNames), person: z.string().nullable() }),
  z.object({ of: z.literal("run"), runId: z.string(), title: z.string().nullable(), status: z.string() }),
  z.object({
    of: z.literal("step"),
    runId: z.string(),
    stepId: z.string(),
    title: z.string().nullable(),
    state: z.string(),
  }),
  z.object({
    of: z.literal("check"),
    checklist: z.string(),
    itemId: z.string(),
    title: z.string(),
    checked: z.boolean(),
  }),
]);
export type Change = z.output<typeof Change>;

/** An entry as a replay needs it: its texts cut to 400 characters. */
export const ReplayEntry = z.object({
  id: z.string(),
  seq: z.number().int(),
  kind: z.enum(entryKinds),
  happenedAt: IsoTime,
  recordedAt: IsoTime,
  actor: z.string(),
  body: z.string(),
  retractedAt: IsoTime.nullable(),
  /** Earlier texts, the first one first, each until it was replaced. */
  earlier: z.array(z.object({ body: z.string(), happenedAt: IsoTime, replacedAt: IsoTime })),
  changes: z.array(Change),
});
export type ReplayEntry = z.output<typeof ReplayEntry>;

export const ReplayPage = z.object({ entries: z.array(ReplayEntry), lastSeq: z.number().int() });
export type ReplayPage = z.output<typeof ReplayPage>;
