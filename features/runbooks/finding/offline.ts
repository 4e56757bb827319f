import { severities } from "@/lib/severity";
import type { Criticality } from "../schema";
import { completions, type KnownValues, parseFilters, passing, type Traits } from "../search/filters";
import { type PortableFacts, type PortableIndex, unpack } from "../search/portable-index";
import type { SearchResult } from "../search/search";
import { buildIndex } from "../search/search-index";
import { searchText } from "../search/search-text";
import { unknownWords } from "../search/unknown-words";
import { type Answer, type FoundSection, noAnswer, type Offered } from "./answer";

type Runbook = PortableIndex["runbooks"][number];

// Not the schema's own list: its validator would travel along.
const criticalities = ["critical", "high", "medium", "low"] as const satisfies readonly Criticality[];

/** Of an index that was kept by an older version, which did not take them along. */
const unknownFacts: PortableFacts = {
  lang: "",
  owner: "",
  criticality: null,
  reviewed: null,
  dueOn: null,
  severities: [],
  summary: "",
};
/** Answers outside the filters that are offered where nothing passes them. */
const outside = 5;

/**
 * Answers queries over what a browser took along, as `findAnswer` does over the library: with typed filters, and with what is
 * known of each runbook. Nothing can be started without the portal, so no result names a procedure to start.
 * @returns from a query and the results at most, and today (UTC, `YYYY-MM-DD`), its answer
 */
export function offlineAnswers(portable: PortableIndex): (q: string, limit: number, today: string) => Answer {
  const index = buildIndex(unpack(portable));
  const runbooks = new Map(portable.runbooks.map((runbook) => [runbook.path, runbook]));
  const known = knownIn(portable.runbooks);
  return (q, limit, today) => {
    if (q === "") return noAnswer;
    const { text, filters } = parseFilters(q, known);
    const pass = passing(filters);
    const passes = (runbook: Runbook | undefined) => runbook !== undefined && (pass?.(traitsOf(runbook)) ?? true);
    const accept = pass ? (path: string) => passes(runbooks.get(path)) : undefined;
    const found =
      text === ""
        ? portable.runbooks.filter(passes).slice(0, limit).map(pageOf)
        : searchText(index, text, limit, accept);
    const results = found.map((result) => withFacts(result, runbooks.get(result.path), today));
    const nearest = results.length === 0 && pass && text !== "" ? searchText(index, text, outside) : [];
    return {
      ...noAnswer,
      results,
      filters,
      completions: completions(q, known),
      unknown: unknownWords(text, index),
      instead:
        results.length > 0
          ? null
          : { nearest: nearest.map((one) => offered(one, runbooks)), checklists: [], services: [] },
    };
  };
}

const factsOf = (runbook: Runbook | undefined): PortableFacts => runbook?.facts ?? unknownFacts;

const traitsOf = (runbook: Runbook): Traits => ({ ...factsOf(runbook), service: runbook.service });

function withFacts(result: SearchResult, runbook: Runbook | undefined, today: string): FoundSection {
  const { lang, owner, criticality, reviewed, dueOn } = factsOf(runbook);
  const overdueSince = dueOn !== null && dueOn < today ? dueOn : null;
  return { ...result, lang, owner, criticality, reviewed, dueOn, overdueSince, procedure: null };
}

const pageOf = ({ path, service, title, facts }: Runbook): SearchResult => ({
  path,
  service,
  title,
  heading: title,
  anchor: "",
  kind: "page",
  parent: null,
  snippet: facts?.summary ?? "",
  matches: [],
  score: 0,
});

const offered = (
  { path, anchor, heading, service }: SearchResult,
  runbooks: ReadonlyMap<string, Runbook>,
): Offered => ({ path, anchor, title: heading, service, lang: factsOf(runbooks.get(path)).lang });

function knownIn(runbooks: Runbook[]): KnownValues {
  const sorted = (values: string[]) => [...new Set(values)].filter((value) => value !== "").sort();
  return {
    service: sorted(runbooks.map(({ service }) => service)),
    sev: [...criticalities, ...severities],
    lang: sorted(runbooks.map((runbook) => factsOf(runbook).lang)),
    owner: sorted(runbooks.map((runbook) => factsOf(runbook).owner)),
  };
}
