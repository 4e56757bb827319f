import { z } from "zod";
import { contract } from "@/lib/http/contract";
import type { SectionKind } from "./artifact";
import { criticalities } from "./schema";
import { filterNames } from "./search/filters";

const runbook = z.object({
  /** `<service>/<file>`, without ending. */
  path: z.string(),
  service: z.string(),
  title: z.string(),
  lang: z.string(),
  procedures: z.array(z.object({ id: z.string(), title: z.string() })),
});

export const listRunbooksContract = contract({
  method: "GET",
  path: "/api/v1/runbooks",
  summary: "Every runbook that can be read, or those of one service, with its procedures",
  access: "read",
  input: z.object({ service: z.string().max(200).optional() }),
  output: z.object({ runbooks: z.array(runbook) }),
  status: 200,
  errors: ["unauthenticated"],
});

const kind = z.enum(["page", "procedure", "step", "checklist", "triage", "section"]) satisfies z.ZodType<SectionKind>;

/** A section that answers a query. */
export const SearchedSection = z.object({
  path: z.string(),
  service: z.string(),
  title: z.string(),
  heading: z.string(),
  anchor: z.string(),
  kind,
  snippet: z.string(),
  /** Start and end of each match in the snippet, in UTF-16 units. */
  matches: z.array(z.tuple([z.number().int(), z.number().int()])),
  /** Comparable within one query only. */
  score: z.number(),
  /** Id of the procedure that the section is, or is a step of. */
  procedure: z.string().nullable(),
  lang: z.string(),
  owner: z.string(),
  criticality: z.enum(criticalities).nullable(),
  /** Days in UTC, `YYYY-MM-DD`. */
  reviewed: z.string().nullable(),
  dueOn: z.string().nullable(),
  overdueSince: z.string().nullable(),
});

const offered = z.object({
  path: z.string(),
  anchor: z.string(),
  title: z.string(),
  service: z.string(),
  lang: z.string(),
});

export const searchRunbooksContract = contract({
  method: "GET",
  path: "/api/v1/search",
  summary: "Sections of runbooks that answer a query, best first",
  access: "read",
  input: z.object({
    q: z.string().trim().max(4_000).default(""),
    limit: z.coerce.number().int().min(1).max(100).default(20),
  }),
  output: z.object({
    results: z.array(SearchedSection),
    /** `service:` `sev:` `lang:` `owner:` typed in `q`, with `-` before it to leave out, and the known values each stands for. */
    filters: z.array(
      z.object({
        name: z.enum(filterNames),
        not: z.boolean(),
        typed: z.string(),
        values: z.array(z.string()),
        nearest: z.array(z.string()),
      }),
    ),
    /** The filter that is being typed at the end of `q`, completed: whole queries. */
    completions: z.array(z.object({ value: z.string(), query: z.string() })),
    /** Words of `q` that stand in no runbook, in no form and in neither language: what the results are not about. None while any is missing. */
    unknown: z.array(z.string()),
    /** What is offered where there is no result. */
    instead: z
      .object({ nearest: z.array(offered), checklists: z.array(offered), services: z.array(z.string()) })
      .nullable(),
    /** Runbooks that were not searched yet, while a large library is read for the first time; 0 when all were. */
    missing: z.number().int().nonnegative(),
  }),
  status: 200,
  errors: ["unauthenticated", "validation_failed"],
});

export const runbookContracts = [listRunbooksContract, searchRunbooksContract];
