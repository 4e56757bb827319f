import type { RunbookPath, SectionKind } from "../artifact";
import { type QueryTerm, queryTerms } from "./query-terms";
import { rank } from "./rank";
import type { SearchIndex } from "./search-index";
import { sectionAt } from "./section-store";
import { snippetOf } from "./snippet";
import type { Accept } from "./standing";
import { type Hit, spread, supported } from "./support";
import { weighing } from "./weigh";

export type SearchResult = {
  path: RunbookPath;
  service: string;
  /** Title of the runbook. */
  title: string;
  /** Title of the section; that of the runbook when the page itself answers. */
  heading: string;
  /** Id on the page; empty for the page itself. */
  anchor: string;
  kind: SectionKind;
  /** Anchor of the procedure or checklist around a step. */
  parent: string | null;
  snippet: string;
  /** Start and end of each match in `snippet`. */
  matches: [number, number][];
  /** Larger is better; comparable within one query only. */
  score: number;
};

/** Sections that are read, once the index has said which may answer. */
const candidates = 60;

/**
 * The sections that answer a query. The words as they were typed beat related ones, a section that holds them together
 * beats one that has them here and there, and a procedure stands for its steps unless one of them answers much better. Of
 * several lines each is asked for by itself: `searchText`.
 * @param limit results at most.
 * @param accept which runbooks may answer; all when it is left out.
 */
export function search(index: SearchIndex, query: string, limit = 20, accept?: Accept): SearchResult[] {
  const terms = queryTerms(query, index);
  return group(hitsOf(index, query, terms, accept), limit).map((hit) => present(index, hit, terms));
}

export function hitsOf(index: SearchIndex, query: string, terms: QueryTerm[], accept?: Accept): Hit[] {
  const weigh = weighing(index.sections, query, terms);
  const hits = rank(index, terms, candidates, accept)
    .flatMap(({ id, score }): Hit[] => {
      const entry = sectionAt(index.sections, id);
      return entry ? [{ entry, score: score * weigh(id) }] : [];
    })
    .sort(byScore);
  return supported(hits).sort(byScore);
}

/** Equal ones by their place, so that every index of the same runbooks answers alike. */
function byScore(a: Hit, b: Hit): number {
  if (a.score !== b.score) return b.score - a.score;
  if (a.entry.path !== b.entry.path) return a.entry.path < b.entry.path ? -1 : 1;
  return a.entry.section.anchor < b.entry.section.anchor ? -1 : 1;
}

/** One result per procedure or checklist, `limit` at most: itself, or the step of it that answers much better. */
export function group(hits: Hit[], limit = Number.POSITIVE_INFINITY): Hit[] {
  const chosen = new Map<number, Hit>();
  for (const hit of hits) {
    const { whole, section } = hit.entry;
    const current = chosen.get(whole);
    if (!current) chosen.set(whole, hit);
    else if (section.parent === null && hit.score >= current.score * 0.7)
      chosen.set(whole, { entry: hit.entry, score: Math.max(hit.score, current.score) });
  }
  return spread([...chosen.values()].sort(byScore), limit);
}

export function present(index: SearchIndex, { entry, score }: Hit, terms: QueryTerm[]): SearchResult {
  const { path, service, title, section } = entry;
  const { text, matches } = snippetOf(index.sections, entry.id, terms);
  const { anchor, kind, parent, title: own } = section;
  return {
    path,
    service,
    title,
    heading: own || title,
    anchor,
    kind,
    parent,
    snippet: text,
    matches,
    score: Math.round(score * 1_000) / 1_000,
  };
}
