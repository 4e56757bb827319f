import { z } from "zod";
import { ClearedParts } from "@/lib/secrets/cleared-parts";
import { ClientId, IncidentKey, Instant, IsoTime, Reason } from "../schema";

export const entryKinds = [
  "note",
  "evidence",
  "decision",
  "status",
  "severity",
  "role",
  "update",
  "step",
  "verification",
  "escalation",
  "alert",
  "link",
  "attachment",
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** Kinds that a person writes by hand. The others are made by the command that changes the state they tell of. */
export const writtenKinds = [
  "note",
  "evidence",
  "decision",
  "update",
  "verification",
  "escalation",
  "alert",
  "link",
] as const satisfies EntryKind[];
export type WrittenKind = (typeof writtenKinds)[number];

/** Longest Markdown text of an entry, in characters. */
export const bodyLimit = 100_000;
export const Body = z
  .string()
  .min(1)
  .max(bodyLimit)
  .refine((text) => text.trim() !== "" && !text.includes("\u0000"));

export const AppendEntry = z.object({
  key: IncidentKey,
  id: ClientId.optional(),
  /** Without a kind, the text is read as quick entry: `-12m …`, `/sev 2`. With one it is taken word for word. */
  kind: z.enum(writtenKinds).optional(),
  body: Body,
  happenedAt: Instant.optional(),
  /** Sender's clock at the moment of sending: when it is more than 2 s off ours, the entry says so. */
  sentAt: Instant.optional(),
  /** Writer's zone, for clock times in quick entry: an IANA name or an offset such as `-03:00`. */
  timeZone: z.string().max(64).default("UTC"),
  /** Parts of an evidence's `body` that a person says are no secrets. */
  cleared: ClearedParts.optional(),
});
export type AppendEntry = z.output<typeof AppendEntry>;

const entryPath = { key: IncidentKey, entryId: z.uuid() };

export const CorrectEntry = z.object({
  ...entryPath,
  /** Revision of the entry that the writer saw; 0 is the first text. */
  expectedRevision: z.number().int().min(0),
  body: Body.optional(),
  happenedAt: Instant.optional(),
  reason: Reason.optional(),
});
export type CorrectEntry = z.output<typeof CorrectEntry>;

export const RetractEntry = z.object({ ...entryPath, reason: Reason.default("") });
export type RetractEntry = z.output<typeof RetractEntry>;

export const EntryRef = z.object(entryPath);
export type EntryRef = z.output<typeof EntryRef>;

export const ListEntries = z.object({
  key: IncidentKey,
  /** Entries with a higher number than this. */
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type ListEntries = z.output<typeof ListEntries>;

export const EntryView = z.object({
  id: z.string(),
  /** 1, 2, 3 … without a gap, in the order of recording. */
  seq: z.number().int(),
  kind: z.enum(entryKinds),
  body: z.string(),
  happenedAt: IsoTime,
  recordedAt: IsoTime,
  actor: z.object({ id: z.string().nullable(), name: z.string() }),
  source: z.enum(["web", "api", "alert", "system"]),
  data: z.record(z.string(), z.unknown()),
  runId: z.string().nullable(),
  stepId: z.string().nullable(),
  revision: z.number().int(),
  /** Number of the newest entry when this one was last corrected or retracted; its own number when never. */
  changedSeq: z.number().int(),
  retracted: z.object({ at: IsoTime, by: z.string(), reason: z.string() }).nullable(),
});
export type EntryView = z.output<typeof EntryView>;

/** `repeated`: this id was already on the timeline, and nothing was written. */
export const AppendedEntry = EntryView.extend({ repeated: z.boolean() });
export type AppendedEntry = z.output<typeof AppendedEntry>;

export const RevisionView = z.object({
  revision: z.number().int(),
  body: z.string(),
  happenedAt: IsoTime,
  replacedAt: IsoTime.nullable(),
  replacedBy: z.string().nullable(),
  reason: z.string().nullable(),
});
export type RevisionView = z.output<typeof RevisionView>;
