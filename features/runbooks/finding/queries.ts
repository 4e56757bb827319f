import { setImmediate as nextTurn } from "node:timers/promises";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import type { RunbookPath } from "../artifact";
import { type Library, library } from "../library/adapter";
import { isReadable, type ReadableRunbook } from "../library/runbook";
import { runbookPolicy } from "../policy";
import { completions, type KnownValues, parseFilters, passing } from "../search/filters";
import { find, notYetSearched, searchRunbooks } from "../search/queries";
import type { SearchResult } from "../search/search";
import { type Answer, type FoundSection, type Instead, noAnswer } from "./answer";
import { factsOf, knownValues, procedureOf, traitsOf } from "./facts";
import { byRule, type Told, wordsOf } from "./fitting";
import { insteadOf } from "./instead";
import { type Names, namesOf } from "./resembling";

/** Who asks, and when; no query here needs the database. */
type Reader = Pick<Ctx, "actor" | "now">;
type Asked = { q: string; limit: number };

/**
 * The sections that answer a query, best first, with what is known of their runbooks. Filters that are typed in it narrow the
 * runbooks before anything is ranked; filters alone list the runbooks that pass. An empty query has no answer.
 * @throws `unauthenticated` where runbooks are for members and the reader has not signed in
 */
export async function findAnswer(ctx: Reader, { q, limit }: Asked): Promise<Answer> {
  authorize(runbookPolicy, "read", ctx.actor, env().READ_ACCESS);
  if (q === "") return noAnswer;
  // Counted before anything is searched: what comes in meanwhile may not have been looked at.
  const missing = await notYetSearched();
  const current = await library();
  const { known } = gatheredOf(current);
  const { text, filters } = parseFilters(q, known);
  const pass = passing(filters);
  const accept = pass ? (path: RunbookPath) => passes(current, path, pass) : undefined;
  const found =
    text === "" ? { results: pagesOf(current, limit, accept), unknown: [] } : await find(text, limit, accept);
  const results = withFacts(current, found.results, ctx.now());
  const services = filters.filter(({ name, not }) => name === "service" && !not).flatMap(({ values }) => values);
  return {
    results,
    filters,
    completions: completions(q, known),
    // What stands in no runbook that was read may stand in one of those to come.
    unknown: missing > 0 ? [] : found.unknown,
    instead: results.length > 0 ? null : await instead(current, text, services, accept !== undefined),
    missing,
  };
}

const passes = ({ runbooks }: Library, path: RunbookPath, pass: NonNullable<ReturnType<typeof passing>>) => {
  const runbook = runbooks.get(path);
  return runbook !== undefined && isReadable(runbook) && pass(traitsOf(runbook));
};

// A runbook may be gone since it was indexed: what cannot be opened is no answer.
function withFacts({ runbooks }: Library, results: SearchResult[], now: Date): FoundSection[] {
  return results.flatMap((result) => {
    const runbook = runbooks.get(result.path);
    if (!runbook || !isReadable(runbook)) return [];
    const { path, service, title, heading, anchor, kind, parent, snippet, matches, score } = result;
    const { lang, owner, criticality, reviewed, dueOn, overdueSince } = factsOf(runbook, now);
    const procedure = procedureOf(runbook, result);
    // By name: spread into one another, such objects cost several times as much, and an answer has twenty of them.
    return [
      {
        path,
        service,
        title,
        heading,
        anchor,
        kind,
        parent,
        snippet,
        matches,
        score,
        lang,
        owner,
        criticality,
        reviewed,
        dueOn,
        overdueSince,
        procedure,
      },
    ];
  });
}

/** The pages of runbooks, where filters are all that was typed. */
function pagesOf({ runbooks }: Library, limit: number, accept?: (path: RunbookPath) => boolean): SearchResult[] {
  const pages: SearchResult[] = [];
  for (const runbook of runbooks.values()) {
    if (pages.length >= limit) break;
    if (!isReadable(runbook) || !accept?.(runbook.path)) continue;
    const { path, service, outline } = runbook;
    const { title, summary } = outline.frontMatter;
    const page = { path, service, title, heading: title, anchor: "", kind: "page", parent: null } as const;
    pages.push({ ...page, snippet: summary ?? "", matches: [], score: 0 });
  }
  return pages;
}

/** How many answers outside the filters are offered. */
const outside = 5;

async function instead(current: Library, text: string, services: string[], narrowed: boolean): Promise<Instead> {
  const resembling = insteadOf(text, services, gatheredOf(current), await namesIn(gatheredOf(current)));
  if (!narrowed || text === "") return resembling;
  const others = await searchRunbooks(text, outside);
  const nearest = others.flatMap(({ path, anchor, heading, service }) => {
    const runbook = current.runbooks.get(path);
    if (!runbook || !isReadable(runbook)) return [];
    return [{ path, anchor, title: heading, service, lang: runbook.outline.frontMatter.lang }];
  });
  return { ...resembling, nearest: nearest.length > 0 ? nearest : resembling.nearest };
}

/** What is gathered once per state of the library, not once per search. */
type Gathered = { readable: ReadableRunbook[]; known: KnownValues; named: boolean };
const gathered = new WeakMap<Library, Gathered>();

function gatheredOf(current: Library): Gathered {
  const before = gathered.get(current);
  if (before) return before;
  const readable = [...current.runbooks.values()].filter(isReadable);
  const now = { readable, known: knownValues(readable), named: false };
  gathered.set(current, now);
  return now;
}

const named = new WeakMap<ReadableRunbook, Names>();
/** Milliseconds of work between two looks at what else there is to do. */
const sliceMs = 4;

const namesOfReadable = ({ facts, outline }: ReadableRunbook): Names =>
  namesOf(
    outline.frontMatter.title,
    facts.procedures.map(({ id, title }) => ({ anchor: id, title })),
  );

/** The names of all runbooks, taken apart once for each version of a runbook. */
async function namesIn(current: Gathered): Promise<(runbook: ReadableRunbook) => Names> {
  let began = performance.now();
  for (const runbook of current.named ? [] : current.readable) {
    if (named.has(runbook)) continue;
    named.set(runbook, namesOfReadable(runbook));
    if (performance.now() - began < sliceMs) continue;
    await nextTurn();
    began = performance.now();
  }
  current.named = true;
  return (runbook) => named.get(runbook) ?? namesOfReadable(runbook);
}

/** A procedure for an incident: by a rule of its runbook, or because the incident's words find it. */
export type Fitting = Pick<FoundSection, "path" | "anchor" | "service" | "lang" | "snippet" | "matches"> & {
  title: string;
  rule: boolean;
};

/** Procedures that are shown for an incident, at most. */
const fittingShown = 5;
/** Share of the best score below which the words of an incident find nothing that fits it. */
const weakest = 0.5;

/**
 * The procedures that fit an incident: those that rules lead to from its alert's labels first, then those that its text finds.
 * @throws `unauthenticated` where runbooks are for members and the reader has not signed in
 */
export async function findFitting(ctx: Reader, told: Told): Promise<Fitting[]> {
  authorize(runbookPolicy, "read", ctx.actor, env().READ_ACCESS);
  const current = await library();
  const ruled = told.labels.alertname
    ? gatheredOf(current).readable.flatMap((runbook) =>
        byRule(runbook, told.labels).map(({ id, title }): Fitting => {
          const { path, service, outline } = runbook;
          const { lang } = outline.frontMatter;
          return { path, anchor: id, service, lang, title, snippet: "", matches: [], rule: true };
        }),
      )
    : [];
  const words = wordsOf(told);
  const sections = words === "" ? [] : withFacts(current, await searchRunbooks(words, 20), ctx.now());
  const isNew = ({ path, anchor }: FoundSection) => !ruled.some((one) => one.path === path && one.anchor === anchor);
  const others = sections.filter((section) => section.kind === "procedure" && isNew(section));
  const enough = (others[0]?.score ?? 0) * weakest;
  const found = others
    .filter(({ score }) => score >= enough)
    .map(({ path, anchor, service, lang, heading, snippet, matches }): Fitting => {
      return { path, anchor, service, lang, title: heading, snippet, matches, rule: false };
    });
  return [...ruled, ...found].slice(0, fittingShown);
}
