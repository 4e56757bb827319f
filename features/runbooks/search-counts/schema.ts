import { z } from "zod";

/** Ranks that are told apart; the last stands for all beyond it. */
export const lastRank = 10;
/** From this rank on the right result was too far down. */
export const lateRank = 3;

/** One search, as the browser saw it end. */
export const CountSearch = z.object({
  /** Made by the browser for this search. Sent again with what was opened, it is the same search. */
  id: z.uuid(),
  /** Left out for a pasted text, of which nothing may stay behind. */
  q: z.string().trim().min(1).max(4_000).optional(),
  /** How many were found. */
  results: z.coerce.number().int().min(0).max(1_000_000),
  /** Runbook that was opened, `service/file`, and its place among the results, from 1; left out when nothing was. */
  opened: z
    .object({ runbook: z.string().min(1).max(300), rank: z.number().int().min(1).max(10_000) })
    .nullish()
    .transform((opened) => opened ?? null),
});
export type CountSearch = z.output<typeof CountSearch>;

/** Neither: the count is lost, which is nobody's trouble. */
export const Counted = z.object({
  counted: z.boolean(),
  /** It is counted when the database is back, if this process lives to see it. */
  waiting: z.boolean(),
});
export type Counted = z.output<typeof Counted>;

const count = z.number().int();
const Found = z.object({ path: z.string(), title: z.string() });

export const SearchedQuery = z.object({
  id: z.string(),
  /** Normalised: folded, without what names a thing, a place or a person. */
  text: z.string(),
  searched: count,
  foundNothing: count,
  opened: count,
  lastOn: z.iso.date(),
  /** The first that the same words find now; null for nothing. */
  now: Found.nullable(),
  /** What was opened after it, most opened first. */
  openings: z.array(z.object({ path: z.string(), title: z.string(), rank: count, opened: count })),
  dismissed: z.object({ on: z.iso.date(), by: z.string() }).nullable(),
});
export type SearchedQuery = z.output<typeof SearchedQuery>;

export const OpenedRunbook = Found.extend({
  opened: count,
  /** Of them from the first place, and from the third or a later one. */
  first: count,
  late: count,
});
export type OpenedRunbook = z.output<typeof OpenedRunbook>;

export const SearchCounts = z.object({
  /** Each day of the last four weeks, today last. */
  days: z.array(z.object({ day: z.iso.date(), searched: count, foundNothing: count, opened: count })),
  /** Found nothing, and find nothing now. */
  nothing: z.array(SearchedQuery),
  /** Found nothing then, and find something now. */
  settled: z.array(SearchedQuery),
  /** Found something, of which nothing was opened or only the third or a later result. */
  late: z.array(SearchedQuery),
  dismissed: z.array(SearchedQuery),
  mostOpened: z.array(OpenedRunbook),
});
export type SearchCounts = z.output<typeof SearchCounts>;

export const QueryRef = z.object({ queryId: z.string().regex(/^[0-9a-f]{32}$/) });
export type QueryRef = z.output<typeof QueryRef>;
