import { severities } from "@/lib/severity";
import type { Criticality } from "../schema";
import { completions, type KnownValues, parseFilters, passing, type Traits } from "../search/filters";
import { type PortableFacts, type PortableIndex, unpack } from "../search/portable-index";
import type { SearchResult } from "../search/search";
import { buildIndex } from "../search/search-index";
import { searchText } from "../search/search-text";
import { unknownWords } from "../search/unknown-words";
import { type Answer, type FoundSection, noAnswer, type Offered } from "./answer";
import { type Names, namesOf, resembling } from "./resembling";

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
/** What is offered at most where nothing answers. */
const mostOffered = 5;

/**
 * Answers queries over what a browser took along, as `findAnswer` does over the library: with typed filters, and with what is
 * known of each runbook. Nothing can be started without the portal, so no result names a procedure to start. Where nothing answers,
 * what answers outside the filters is offered, else the procedures whose names resemble the query.
 * @returns from a query and the results at most, and today (UTC, `YYYY-MM-DD`), its answer
 */
export function offlineAnswers(portable: PortableIndex): (q: string, limit: number, today: string) => Answer {
  const index = buildIndex(unpack(portable));
  const runbooks = new Map(portable.runbooks.map((runbook) => [runbook.path, runbook]));
  const known = knownIn(portable.runbooks);
  const names = new Map<Runbook, Names>();
  const namesIn = (runbook: Runbook) => {
    const taken = names.get(runbook) ?? namesOf(runbook.title, proceduresOf(runbook));
    names.set(runbook, taken);
    return taken;
  };
  const nearest = (text: string, narrowed: boolean): Offered[] => {
    const others = narrowed && text !== "" ? searchText(index, text, mostOffered) : [];
    if (others.length > 0) return others.map((one) => offered(one, runbooks));
    return resembling(text, portable.runbooks, namesIn, mostOffered).map(
      ({ runbook: { path, service, facts }, anchor, title }) => ({
        path,
        anchor,
        title,
        service,
        lang: facts?.lang ?? "",
      }),
    );
  };
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
    return {
      ...noAnswer,
      offline: true,
      results,
      filters,
      completions: completions(q, known),
      unknown: unknownWords(text, index),
      instead: results.length > 0 ? null : { nearest: nearest(text, pass !== null), checklists: [], services: [] },
    };
  };
}

const proceduresOf = ({ sections }: Runbook) =>
  sections.filter(({ kind }) => kind === "procedure").map(({ anchor, title }) => ({ anchor, title }));

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
