import { z } from "zod";
import { severities } from "@/lib/severity";
import { IncidentSummary } from "../incident-schema";
import { IsoTime, Severity, Status } from "../schema";
import { entryKinds } from "../timeline/schema";
import { incidentKinds, incidentStatuses } from "../vocabulary";

const words = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .transform((text) => text.replaceAll("\u0000", " "))
    .optional();

/** A day in UTC, `2026-01-31`. */
const Day = z.iso.date().optional();

export const SearchIncidents = z.object({
  /** Words, identifiers, "phrases", and filters such as `service:api` or `sev:1`, which win over those beside it. */
  q: words(20_000),
  status: z.union([Status, z.enum(["active", "all"])]).default("all"),
  severity: Severity.optional(),
  service: words(100),
  kind: z.enum(incidentKinds).optional(),
  /** Declared on this day or later; on this day or earlier. */
  from: Day,
  to: Day,
  /** Part of the name of somebody who had a role. */
  person: words(100),
  /** `nextCursor` of the page before. */
  cursor: z
    .string()
    .regex(/^\d{1,6}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
export type SearchIncidents = z.output<typeof SearchIncidents>;

/** Start and end of each match in the text beside it, in UTF-16 units. */
const Matches = z.array(z.tuple([z.number().int(), z.number().int()]));

export const MatchedEntry = z.object({
  id: z.string(),
  seq: z.number().int(),
  kind: z.enum(entryKinds),
  happenedAt: IsoTime,
  actor: z.string(),
  /** The line that answers best. */
  snippet: z.string(),
  matches: Matches,
  retracted: z.boolean(),
  corrected: z.boolean(),
});
export type MatchedEntry = z.output<typeof MatchedEntry>;

export const FoundIncident = IncidentSummary.extend({
  titleMatches: Matches,
  /** Of the root cause, when it answers. */
  cause: z.object({ snippet: z.string(), matches: Matches }).nullable(),
  /** The best three of `entryCount` entries that answer. */
  entries: z.array(MatchedEntry),
  entryCount: z.number().int(),
  /** Larger is better; comparable within one query only. */
  score: z.number(),
});
export type FoundIncident = z.output<typeof FoundIncident>;

const counts = <T extends string>(names: readonly T[]) =>
  z.object(Object.fromEntries(names.map((name) => [name, z.number().int()])) as Record<T, z.ZodNumber>);

export const IncidentSearchPage = z.object({
  incidents: z.array(FoundIncident),
  total: z.number().int(),
  /** How many there are for each value of a filter, under the other filters. */
  counts: z.object({ status: counts(incidentStatuses), severity: counts(severities), kind: counts(incidentKinds) }),
  /** False when no incident has all of the words, and these have the most of them. */
  complete: z.boolean(),
  /** Words that are nowhere, and what was looked for instead. */
  corrected: z.array(z.object({ from: z.string(), to: z.string() })),
  nextCursor: z.string().nullable(),
});
export type IncidentSearchPage = z.output<typeof IncidentSearchPage>;
