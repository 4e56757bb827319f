import type { RunbookPath } from "../artifact";
import type { QueryTerm } from "./query-terms";
import type { SearchIndex } from "./search-index";
import { gone } from "./section-store";
import { addEverywhere, addTo, clear, covered, hinted, hintedCover, reserve, scratch, setLikely, width } from "./sums";
import { fullImpact } from "./term-weights";
import { type Candidate, topOf } from "./top";

export type { Candidate } from "./top";
/** Which runbooks may answer. */
export type Accept = (path: RunbookPath) => boolean;

/** Places looked at in full for one query; words that are commoner than that only tell the sections of the others apart. */
const budget = 60_000;
/** Sections that the commoner words tell apart. */
const shortlist = 400;

/**
 * BM25 over the sections: what holds all the words beats what repeats a few.
 * @param limit sections at most, best first
 * @param accept asked once for each runbook, before anything is left out for its score
 */
export function rank(index: SearchIndex, terms: QueryTerm[], limit: number, accept?: Accept): Candidate[] {
  reserve(index.sections.size);
  const { cells, touched } = scratch;
  const ordered = terms.toSorted((a, b) => a.frequency - b.frequency);
  const within = withinBudget(ordered);
  const rest = ordered.slice(within);
  const wanted = rest.length > 0 ? Math.max(shortlist, limit) : limit;
  const total = terms.reduce((sum, { cover, isHint }) => sum + (isHint ? 0 : cover), 0) || 1;
  // What is said in other words counts for what the words of the query leave open.
  const scoreOf = (id: number) => {
    const at = width * id;
    const own = Math.min(1, (cells[at + covered] as number) / total);
    const answered = Math.min(1, own + (cells[at + hintedCover] as number) / total);
    return ((cells[at] as number) + (1 - own / 2) * (cells[at + hinted] as number)) * (0.35 + 0.65 * answered);
  };
  const leastOf = (id: number) => {
    const at = width * id;
    const answered = Math.min(1, ((cells[at + covered] as number) + (cells[at + hintedCover] as number)) / total);
    return ((cells[at] as number) + (cells[at + hinted] as number) / 2) * (0.35 + 0.65 * answered);
  };
  const isThere = presence(index, accept);
  const places = () => touched.subarray(0, reached);
  let reached = 0;
  let narrowed = false;
  for (let at = 0; at < within; at += 1) {
    const term = ordered[at] as QueryTerm;
    // Where the words that are left cannot lift a section that has none of the others among the best, only those count on.
    if (!narrowed && reached >= wanted && term.frequency > reached) {
      const most = mostOf(ordered.slice(at), total);
      narrowed = (topOf(places(), isThere, leastOf, wanted)[wanted - 1]?.score ?? 0) > most;
      if (narrowed) setLikely(reached);
    }
    reached = addEverywhere(index, term, reached, narrowed);
  }
  const found = topOf(places(), isThere, scoreOf, wanted);
  for (const term of rest) addTo(index, term, found);
  const ranked =
    rest.length === 0
      ? found
      : found
          .map(({ id }) => ({ id, score: scoreOf(id) }))
          .sort((a, b) => b.score - a.score)
          .slice(0, limit);
  clear(reached, narrowed);
  return ranked;
}

/** How many of the words, the rarest first, are looked at in full: the first whatever it costs. */
function withinBudget(ordered: QueryTerm[]): number {
  let spent = 0;
  for (const [at, { frequency }] of ordered.entries()) {
    if (at > 0 && spent + frequency > budget) return at;
    spent += frequency;
  }
  return ordered.length;
}

/** The score that a section has at most which holds these words and none of the others. */
function mostOf(terms: QueryTerm[], total: number): number {
  let worth = 0;
  let answered = 0;
  for (const { rarity, cover, matches } of terms) {
    const well = Math.max(0, ...matches.values());
    worth += rarity * well;
    answered += cover * well;
  }
  return worth * fullImpact * (0.35 + 0.65 * Math.min(1, answered / total));
}

/** Whether a section is still there, and of a runbook that may answer. */
function presence({ sections }: SearchIndex, accept?: Accept): (id: number) => boolean {
  const { runbookOf, runbooks } = sections;
  if (!accept) return (id) => runbookOf[id] !== gone;
  const known = new Map<number, boolean>();
  return (id) => {
    const number = runbookOf[id] as number;
    const decided = known.get(number);
    if (decided !== undefined) return decided;
    const runbook = runbooks[number];
    const accepted = runbook !== undefined && accept(runbook.path);
    known.set(number, accepted);
    return accepted;
  };
}
