import { z } from "zod";
import { IncidentKey, Instant } from "../../schema";
import { timelineOrders } from "../../vocabulary";
import { EntryView, entryKinds } from "../schema";

export type TimelineOrder = (typeof timelineOrders)[number];

const PlainText = z
  .string()
  .trim()
  .max(300)
  .refine((text) => !text.includes("\u0000"));

/** What of a timeline is shown, as the parameters of an address say it. */
export const EntryFilter = z.object({
  /** Kinds, separated by commas; none is all. */
  kind: z
    .string()
    .max(300)
    .default("")
    .transform((text) => text.split(",").filter((kind) => kind !== ""))
    .pipe(z.array(z.enum(entryKinds))),
  /** Name of who wrote it, in full. */
  by: PlainText.optional(),
  /** Part of the text; letter case and accents do not matter. */
  q: PlainText.optional(),
});
export type EntryFilter = z.output<typeof EntryFilter>;

/** The place of an entry in either order: `2026-01-15T03:04:05.678Z,42`. */
const Cursor = z
  .string()
  .regex(/^[^,]{10,40},\d{1,9}$/)
  .transform((text) => {
    const [happenedAt = "", seq] = text.split(",");
    return { happenedAt, seq: Number(seq) };
  })
  .pipe(z.object({ happenedAt: Instant, seq: z.number().int() }));

/** One of `before`, `after`, `around`, `at` and `from` says where; without any, the end. */
export const ReadWindow = EntryFilter.extend({
  key: IncidentKey,
  order: z.enum(timelineOrders).default("happened"),
  before: Cursor.optional(),
  after: Cursor.optional(),
  /** Number of the entry that is to be in the middle. */
  around: z.coerce.number().int().min(1).optional(),
  /** What happened (or was written down) from this instant on, and some before it. */
  at: Instant.optional(),
  from: z.enum(["start", "end"]).default("end"),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});
export type ReadWindow = z.output<typeof ReadWindow>;

export const WindowView = z.object({
  /** Entries next to each other, in the order asked for. */
  entries: z.array(EntryView),
  /** Entries that pass the filter and come before these. */
  before: z.number().int(),
  /** The same after these. */
  after: z.number().int(),
  /** Number of the newest entry of the timeline. What comes with a higher one is news to whoever holds this. */
  lastSeq: z.number().int(),
});
export type WindowView = z.output<typeof WindowView>;

export const CountEntries = z.object({ key: IncidentKey });
export type CountEntries = z.output<typeof CountEntries>;

/** How many entries there are of each kind and by each person, the most first. */
export const EntryCounts = z.object({
  kinds: z.array(z.object({ kind: z.enum(entryKinds), count: z.number().int() })),
  people: z.array(z.object({ name: z.string(), count: z.number().int() })),
});
export type EntryCounts = z.output<typeof EntryCounts>;
