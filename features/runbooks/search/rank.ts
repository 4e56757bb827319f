import type { RunbookPath } from "../artifact";
import { impactOf } from "./postings";
import type { QueryTerm } from "./query-terms";
import type { SearchIndex } from "./search-index";
import { gone } from "./section-store";
import { fullImpact } from "./term-weights";
import { type Candidate, topOf } from "./top";

export type { Candidate } from "./top";
/** Which runbooks may answer. */
export type Accept = (path: RunbookPath) => boolean;

/** Places looked at in full for one query; words that are commoner than that only tell the sections of the others apart. */
const budget = 60_000;
/** Sections that the commoner words tell apart. */
const shortlist = 400;

// One query at a time runs to its end: these are reused, and cleaned by whoever used them.
const scratch = {
  scores: new Float32Array(0),
  covered: new Float32Array(0),
  hinted: new Float32Array(0),
  hintedCover: new Float32Array(0),
  best: new Float32Array(0),
  bestQuality: new Float32Array(0),
  touched: new Uint32Array(0),
  own: new Uint32Array(0),
};

function reserve(size: number): void {
  if (scratch.scores.length >= size) return;
  const capacity = Math.ceil(size * 1.25);
  for (const name of ["scores", "covered", "hinted", "hintedCover", "best", "bestQuality"] as const)
    scratch[name] = new Float32Array(capacity);
  for (const name of ["touched", "own"] as const) scratch[name] = new Uint32Array(capacity);
}

/**
 * BM25 over the sections: what holds all the words beats what repeats a few.
 * @param limit sections at most, best first
 * @param accept asked once for each runbook, before anything is left out for its score
 */
export function rank(index: SearchIndex, terms: QueryTerm[], limit: number, accept?: Accept): Candidate[] {
  reserve(index.sections.size);
  const { scores, covered, hinted, hintedCover, touched } = scratch;
  const ordered = terms.toSorted((a, b) => a.frequency - b.frequency);
  let reached = 0;
  let spent = 0;
  let at = 0;
  for (; at < ordered.length; at += 1) {
    const term = ordered[at] as QueryTerm;
    if (at > 0 && spent + term.frequency > budget) break;
    spent += term.frequency;
    reached = addEverywhere(index, term, reached);
  }
  const total = terms.reduce((sum, { cover, isHint }) => sum + (isHint ? 0 : cover), 0) || 1;
  // What is said in other words counts for what the words of the query leave open.
  const scoreOf = (id: number) => {
    const own = Math.min(1, (covered[id] as number) / total);
    const answered = Math.min(1, own + (hintedCover[id] as number) / total);
    return ((scores[id] as number) + (1 - own / 2) * (hinted[id] as number)) * (0.35 + 0.65 * answered);
  };
  const rest = ordered.slice(at);
  const places = touched.subarray(0, reached);
  const found = topOf(places, presence(index, accept), scoreOf, rest.length > 0 ? Math.max(shortlist, limit) : limit);
  for (const term of rest) addTo(index, term, found);
  const best =
    rest.length === 0
      ? found
      : found
          .map(({ id }) => ({ id, score: scoreOf(id) }))
          .sort((a, b) => b.score - a.score)
          .slice(0, limit);
  for (let i = 0; i < reached; i += 1) {
    const id = touched[i] as number;
    scores[id] = 0;
    covered[id] = 0;
    hinted[id] = 0;
    hintedCover[id] = 0;
  }
  return best;
}

/** Where a word is summed up: those of the query and those of other sayings apart. */
const sumsOf = ({ isHint }: QueryTerm) =>
  isHint
    ? { scores: scratch.hinted, covered: scratch.hintedCover }
    : { scores: scratch.scores, covered: scratch.covered };

const isNew = (id: number) => scratch.scores[id] === 0 && scratch.hinted[id] === 0;

/** Adds what a word is worth to all sections that have it. @returns how many sections were reached so far */
function addEverywhere(index: SearchIndex, term: QueryTerm, before: number): number {
  const [only] = term.matches;
  return only && term.matches.size === 1 ? addOne(index, term, only, before) : addBest(index, term, before);
}

function addOne(index: SearchIndex, asked: QueryTerm, [term, quality]: [string, number], before: number): number {
  const { rarity, cover } = asked;
  const { touched } = scratch;
  const { scores, covered } = sumsOf(asked);
  const factor = (quality * rarity * fullImpact) / 255;
  const answers = cover * quality;
  let reached = before;
  for (const { ids, impacts, from, to } of index.postings.get(term)?.runs ?? []) {
    for (let i = from; i < to; i += 1) {
      const id = ids[i] as number;
      if (isNew(id)) touched[reached++] = id;
      scores[id] = (scores[id] as number) + factor * (impacts[i] as number);
      covered[id] = (covered[id] as number) + answers;
    }
  }
  return reached;
}

/** Of the terms that answer one word, a section counts its best. */
function addBest(index: SearchIndex, asked: QueryTerm, before: number): number {
  const { rarity, cover, matches } = asked;
  const { best, bestQuality, touched, own } = scratch;
  const { scores, covered } = sumsOf(asked);
  let met = 0;
  for (const [term, quality] of matches) {
    const factor = (quality * rarity * fullImpact) / 255;
    for (const { ids, impacts, from, to } of index.postings.get(term)?.runs ?? []) {
      for (let i = from; i < to; i += 1) {
        const id = ids[i] as number;
        const score = factor * (impacts[i] as number);
        const known = best[id] as number;
        if (known === 0) own[met++] = id;
        if (score > known) best[id] = score;
        if (quality > (bestQuality[id] as number)) bestQuality[id] = quality;
      }
    }
  }
  let reached = before;
  for (let i = 0; i < met; i += 1) {
    const id = own[i] as number;
    if (isNew(id)) touched[reached++] = id;
    scores[id] = (scores[id] as number) + (best[id] as number);
    covered[id] = (covered[id] as number) + cover * (bestQuality[id] as number);
    best[id] = 0;
    bestQuality[id] = 0;
  }
  return reached;
}

/** Adds a word to a few sections that others have found. */
function addTo(index: SearchIndex, asked: QueryTerm, found: Candidate[]): void {
  const { rarity, cover, matches } = asked;
  const { scores, covered } = sumsOf(asked);
  const held = [...matches].flatMap(([term, quality]) => {
    const postings = index.postings.get(term);
    return postings ? [{ postings, quality, factor: (quality * rarity * fullImpact) / 255 }] : [];
  });
  for (const { id } of found) {
    let score = 0;
    let best = 0;
    for (const { postings, quality, factor } of held) {
      const impact = impactOf(postings, id);
      if (impact === 0) continue;
      score = Math.max(score, factor * impact);
      best = Math.max(best, quality);
    }
    scores[id] = (scores[id] as number) + score;
    covered[id] = (covered[id] as number) + cover * best;
  }
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
