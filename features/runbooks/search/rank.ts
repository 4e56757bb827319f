import type { QueryTerm } from "./query-terms";
import type { SearchIndex } from "./search-index";
import { type Accept, standingIn } from "./standing";
import { addEverywhere, addTo, answering, areAbove, begin, scoreAt } from "./sums";
import { fullImpact } from "./term-weights";
import { byWorth, type Candidate, topOf } from "./top";

export type { Candidate } from "./top";

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
  begin(index.sections.size);
  const ordered = terms.toSorted((a, b) => a.frequency - b.frequency);
  const within = withinBudget(ordered);
  const rest = ordered.slice(within);
  const wanted = rest.length > 0 ? Math.max(shortlist, limit) : limit;
  const total = terms.reduce((sum, { cover, isHint }) => sum + (isHint ? 0 : cover), 0) || 1;
  const standing = standingIn(index.sections, accept);
  let reached = 0;
  let closed = false;
  for (let at = 0; at < within; at += 1) {
    const term = ordered[at] as QueryTerm;
    // Where the words that are left cannot lift a section that has none of the others among the best, only those count on.
    if (!closed && reached >= wanted && term.frequency > reached / 4)
      closed = areAbove(mostOf(index, ordered.slice(at), total), wanted, { reached, total }, standing.isThere);
    reached = addEverywhere(index, term, reached, closed);
  }
  const found = topOf({ reached, total }, standing, wanted);
  if (rest.length > 0) {
    for (const term of rest) addTo(index, term, found);
    for (const one of found) one.score = scoreAt(one.place, total);
    found.sort(byWorth(standing.orderOf));
  }
  return found.slice(0, limit).map(({ id, score }) => ({ id, score }));
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
function mostOf({ postings }: SearchIndex, terms: QueryTerm[], total: number): number {
  let worth = 0;
  let answered = 0;
  for (const { rarity, cover, matches } of terms) {
    let best = 0;
    let well = 0;
    for (const [term, quality] of matches) {
      best = Math.max(best, (quality * (postings.get(term)?.peak ?? 0)) / 255);
      well = Math.max(well, quality);
    }
    worth += rarity * best;
    answered += cover * well;
  }
  return worth * fullImpact * answering(answered / total);
}
