import { z } from "zod";
import { findingKinds, type Urgency, urgencies } from "./kinds";

export const itemStates = ["open", "snoozed", "dismissed"] as const;
/** Items of one page at most, and usually. */
export const maxItems = 100;
export const pageItems = 50;

const name = z.string().trim().min(1).max(300);

/** What of the worklist is asked for. */
export const ListWorklist = z.object({
  service: name.optional(),
  owner: name.optional(),
  kind: z.enum(findingKinds).optional(),
  /** `1`: only what the caller answers for. */
  mine: z.literal("1").optional(),
  state: z.enum(itemStates).default("open"),
  /** `nextCursor` of the page before. */
  cursor: z
    .string()
    .regex(/^\d{1,6}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(maxItems).default(pageItems),
});
export type ListWorklist = z.output<typeof ListWorklist>;

export const WorklistItem = z.object({
  id: z.string(),
  kind: z.enum(findingKinds),
  /** `service/file`; null where it is about no runbook that there is. */
  runbook: z.string().nullable(),
  service: z.string().nullable(),
  owner: z.string(),
  /** Whether the caller answers for the owner. */
  mine: z.boolean(),
  title: z.string(),
  line: z.number().int().nullable(),
  values: z.record(z.string(), z.string()),
  /** Blob of the text that it was found in: to be sent back when vouching. */
  blob: z.string().nullable(),
  /** To be sent back when deciding on it. */
  fingerprint: z.string(),
  urgency: z.union(urgencies.map((one) => z.literal(one)) as [z.ZodLiteral<Urgency>, z.ZodLiteral<Urgency>]),
  since: z.iso.datetime(),
  /** Day from which it is overdue. */
  dueOn: z.string().nullable(),
  snoozedUntil: z.string().nullable(),
  snoozedBy: z.string().nullable(),
  dismissed: z.object({ at: z.iso.datetime(), by: z.string(), reason: z.string() }).nullable(),
});
export type WorklistItem = z.output<typeof WorklistItem>;

/** How many items there are of each, whatever of them is asked for. */
const Facet = z.array(z.object({ value: z.string(), count: z.number().int() }));

export const WorklistPage = z.object({
  items: z.array(WorklistItem),
  nextCursor: z.string().nullable(),
  total: z.number().int(),
  counts: z.object({
    mine: z.number().int(),
    state: z.record(z.enum(itemStates), z.number().int()),
    kind: Facet,
    owner: Facet,
    service: Facet,
  }),
});
export type WorklistPage = z.output<typeof WorklistPage>;

const ItemRef = z.object({
  itemId: z.string().regex(/^[0-9a-f]{32}$/),
  /** Of the item as it was seen; refused when it is another by now. */
  fingerprint: z.string().max(1_000).optional(),
});

export const SnoozeItem = ItemRef.extend({ until: z.iso.date() });
export type SnoozeItem = z.output<typeof SnoozeItem>;

export const DismissItem = ItemRef.extend({ reason: z.string().trim().min(1).max(1_000) });
export type DismissItem = z.output<typeof DismissItem>;

export const ReopenItem = ItemRef.pick({ itemId: true });
export type ReopenItem = z.output<typeof ReopenItem>;

/** Furthest day to which something may be put off, in days from now. */
export const longestSnooze = 366;
