import type { RunbookPath } from "../artifact";
import { impactOf } from "./postings";
import type { QueryTerm } from "./query-terms";
import { fullImpact, type SearchIndex } from "./search-index";

export type Candidate = { id: number; score: number };
/** Which runbooks may answer. */
export type Accept = (path: RunbookPath) => boolean;

/** Places looked at in full for one query; words that are commoner than that only tell the sections of the others apart. */
const budget = 60_000;
/** Sections that the commoner words tell apart. */
const shortlist = 400;

// One query at a time runs to its end: these are reused, and cleaned by whoever used them.
let scores = new Float32Array(0);
let covered = new Float32Array(0);
let best = new Float32Array(0);
let bestQuality = new Float32Array(0);

function reserve(size: number): void {
  if (scores.length >= size) return;
  const capacity = Math.ceil(size * 1.25);
  scores = new Float32Array(capacity);
  covered = new Float32Array(capacity);
  best = new Float32Array(capacity);
  bestQuality = new Float32Array(capacity);
}

/**
 * BM25 over the sections: what holds all the words beats what repeats a few.
 * @param limit sections at most, best first
 * @param accept asked once for each runbook, before anything is left out for its score
 */
export function rank(index: SearchIndex, terms: QueryTerm[], limit: number, accept?: Accept): Candidate[] {
  reserve(index.sections.length);
  const isThere = presence(index, accept);
  const ordered = terms.toSorted((a, b) => a.frequency - b.frequency);
  const touched: number[] = [];
  let spent = 0;
  let at = 0;
  for (; at < ordered.length; at += 1) {
    const term = ordered[at] as QueryTerm;
    if (at > 0 && spent + term.frequency > budget) break;
    spent += term.frequency;
    addEverywhere(index, term, touched);
  }
  const total = terms.reduce((sum, { rarity }) => sum + rarity, 0) || 1;
  const scoreOf = (id: number) => (scores[id] as number) * (0.35 + (0.65 * (covered[id] as number)) / total);
  const rest = ordered.slice(at);
  let found = top(touched, isThere, scoreOf, rest.length > 0 ? Math.max(shortlist, limit) : limit);
  if (rest.length > 0) {
    for (const { id } of found) for (const term of rest) addTo(index, term, id);
    found = found
      .map(({ id }) => ({ id, score: scoreOf(id) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, limit);
  }
  for (const id of touched) {
    scores[id] = 0;
    covered[id] = 0;
  }
  return found;
}

function addEverywhere(index: SearchIndex, { rarity, matches }: QueryTerm, touched: number[]): void {
  const own: number[] = [];
  for (const [term, quality] of matches) {
    const postings = index.postings.get(term);
    if (!postings) continue;
    const { ids, impacts, length } = postings;
    const factor = (quality * rarity * fullImpact) / 255;
    for (let i = 0; i < length; i += 1) {
      const id = ids[i] as number;
      const score = factor * (impacts[i] as number);
      const known = best[id] as number;
      if (known === 0) own.push(id);
      if (score > known) best[id] = score;
      if (quality > (bestQuality[id] as number)) bestQuality[id] = quality;
    }
  }
  for (const id of own) {
    if ((scores[id] as number) === 0) touched.push(id);
    scores[id] = (scores[id] as number) + (best[id] as number);
    covered[id] = (covered[id] as number) + rarity * (bestQuality[id] as number);
    best[id] = 0;
    bestQuality[id] = 0;
  }
}

function addTo(index: SearchIndex, { rarity, matches }: QueryTerm, id: number): void {
  let score = 0;
  let quality = 0;
  for (const [term, good] of matches) {
    const postings = index.postings.get(term);
    const impact = postings ? impactOf(postings, id) : 0;
    if (impact === 0) continue;
    score = Math.max(score, (good * rarity * fullImpact * impact) / 255);
    quality = Math.max(quality, good);
  }
  scores[id] = (scores[id] as number) + score;
  covered[id] = (covered[id] as number) + rarity * quality;
}

/** Whether a section is still there, and of a runbook that may answer. */
function presence({ sections }: SearchIndex, accept?: Accept): (id: number) => boolean {
  if (!accept) return (id) => sections[id] !== undefined;
  const known = new Map<RunbookPath, boolean>();
  return (id) => {
    const path = sections[id]?.path;
    if (path === undefined) return false;
    const accepted = known.get(path) ?? accept(path);
    known.set(path, accepted);
    return accepted;
  };
}

/** The best of the sections that are still there, without sorting all of them. */
function top(
  ids: number[],
  isThere: (id: number) => boolean,
  scoreOf: (id: number) => number,
  limit: number,
): Candidate[] {
  let kept: Candidate[] = [];
  let floor = 0;
  for (const id of ids) {
    const score = scoreOf(id);
    if (score <= floor || !isThere(id)) continue;
    kept.push({ id, score });
    if (kept.length < limit * 2) continue;
    kept = kept.sort((a, b) => b.score - a.score).slice(0, limit);
    floor = kept.at(-1)?.score ?? 0;
  }
  return kept.sort((a, b) => b.score - a.score).slice(0, limit);
}
