import { impactOf, type Run } from "./postings";
import type { QueryTerm } from "./query-terms";
import type { SearchIndex } from "./search-index";
import { fullImpact } from "./term-weights";

// One query at a time runs to its end: these are reused. A section that a query reaches gets the next place, and what is summed up
// for it lies there: a query reaches a few thousand sections, and what it knows of them stays in the processor's near memory,
// whatever the size of the library. Places count from 1; 0 is none.
const width = 4;
const covered = 1;
const hinted = 2;
const hintedCover = 3;
const scratch = {
  /** Of each section that this query reached its place, counted from `base`; of others `base` at most. */
  placeOf: new Int32Array(0),
  base: 0,
  /** Places given to this query so far. */
  reached: 0,
  /** The section at each place. */
  ids: new Uint32Array(0),
  /** At each place: the score and what of the query it covers, then the same of other sayings. */
  cells: new Float32Array(0),
  /** For one word, the best of its terms, and how well that answers. */
  best: new Float32Array(0),
  quality: new Float32Array(0),
  /** Places that the word reached. */
  own: new Uint32Array(0),
};

/** The section at each place. */
export const reachedIds = (): Uint32Array => scratch.ids;

/** Above the places of one query; numbers stay below 2^31. */
const mostBase = 2 ** 30;

/** Forgets what was summed up, and makes room for as many sections. */
export function begin(size: number): void {
  scratch.cells.fill(0, 0, width * (scratch.reached + 1));
  scratch.base += scratch.placeOf.length;
  if (scratch.base > mostBase) {
    scratch.placeOf.fill(0);
    scratch.base = 0;
  }
  if (scratch.placeOf.length >= size) return;
  const capacity = Math.ceil(size * 1.25) + 1;
  scratch.placeOf = new Int32Array(capacity);
  scratch.base = 0;
  scratch.ids = new Uint32Array(capacity);
  scratch.cells = new Float32Array(width * capacity);
  scratch.best = new Float32Array(capacity);
  scratch.quality = new Float32Array(capacity);
  scratch.own = new Uint32Array(capacity);
}

/** Where a word is summed up: those of the query and those of other sayings apart. */
const sumOf = ({ isHint }: QueryTerm) => (isHint ? hinted : 0);

/**
 * Adds what a word is worth to all sections that have it; once it is `closed`, to those that were reached before.
 * @returns how many sections were reached so far
 */
export function addEverywhere(index: SearchIndex, term: QueryTerm, reached: number, closed: boolean): number {
  const [only] = term.matches;
  scratch.reached =
    only && term.matches.size === 1
      ? addOne(index, term, only, reached, closed)
      : addBest(index, term, reached, closed);
  return scratch.reached;
}

function addOne(
  index: SearchIndex,
  asked: QueryTerm,
  [term, well]: [string, number],
  before: number,
  closed: boolean,
): number {
  const factor = (well * asked.rarity * fullImpact) / 255;
  const answers = asked.cover * well;
  let reached = before;
  for (const run of index.postings.get(term)?.runs ?? []) {
    if (!closed) reached = enter(run, reached);
    add(run, factor, answers, sumOf(asked));
  }
  return reached;
}

function add({ ids, impacts, from, to }: Run, factor: number, answers: number, sum: number): void {
  const { cells, placeOf, base } = scratch;
  for (let i = from; i < to; i += 1) {
    const place = (placeOf[ids[i] as number] as number) - base;
    if (place <= 0) continue;
    const at = width * place + sum;
    cells[at] = (cells[at] as number) + factor * (impacts[i] as number);
    cells[at + covered] = (cells[at + covered] as number) + answers;
  }
}

/** Of the terms that answer one word, a section counts its best. */
function addBest(index: SearchIndex, asked: QueryTerm, before: number, closed: boolean): number {
  const { rarity, cover, matches } = asked;
  let reached = before;
  let met = 0;
  for (const [term, well] of matches) {
    const factor = (well * rarity * fullImpact) / 255;
    for (const run of index.postings.get(term)?.runs ?? []) {
      if (!closed) reached = enter(run, reached);
      met = keepBest(run, factor, well, met);
    }
  }
  addKept(met, cover, sumOf(asked));
  return reached;
}

function enter({ ids, from, to }: Run, before: number): number {
  const { placeOf, base, ids: idAt } = scratch;
  let reached = before;
  for (let i = from; i < to; i += 1) {
    const id = ids[i] as number;
    if ((placeOf[id] as number) > base) continue;
    reached += 1;
    placeOf[id] = base + reached;
    idAt[reached] = id;
  }
  return reached;
}

function keepBest({ ids, impacts, from, to }: Run, factor: number, well: number, before: number): number {
  const { placeOf, base, best, quality, own } = scratch;
  let met = before;
  for (let i = from; i < to; i += 1) {
    const place = (placeOf[ids[i] as number] as number) - base;
    if (place <= 0) continue;
    const score = factor * (impacts[i] as number);
    const known = best[place] as number;
    if (known === 0) own[met++] = place;
    if (score > known) best[place] = score;
    if (well > (quality[place] as number)) quality[place] = well;
  }
  return met;
}

function addKept(met: number, cover: number, sum: number): void {
  const { cells, best, quality, own } = scratch;
  for (let i = 0; i < met; i += 1) {
    const place = own[i] as number;
    const at = width * place + sum;
    cells[at] = (cells[at] as number) + (best[place] as number);
    cells[at + covered] = (cells[at + covered] as number) + cover * (quality[place] as number);
    best[place] = 0;
    quality[place] = 0;
  }
}

/** Adds a word to a few sections that others have found. @param found their places */
export function addTo(index: SearchIndex, asked: QueryTerm, found: readonly { place: number }[]): void {
  const { rarity, cover, matches } = asked;
  const { cells, ids } = scratch;
  const sum = sumOf(asked);
  const held = [...matches].flatMap(([term, well]) => {
    const postings = index.postings.get(term);
    return postings ? [{ postings, well, factor: (well * rarity * fullImpact) / 255 }] : [];
  });
  for (const { place } of found) {
    let score = 0;
    let answered = 0;
    for (const { postings, well, factor } of held) {
      const impact = impactOf(postings, ids[place] as number);
      if (impact === 0) continue;
      score = Math.max(score, factor * impact);
      answered = Math.max(answered, well);
    }
    const at = width * place + sum;
    cells[at] = (cells[at] as number) + score;
    cells[at + covered] = (cells[at + covered] as number) + cover * answered;
  }
}

/** How much of a score counts, by the share of the query that is answered. */
export const answering = (share: number): number => 0.35 + 0.65 * Math.min(1, share);

/**
 * What the section at a place is worth. What is said in other words counts for what the words of the query leave open.
 * @param total what the whole query covers
 */
export function scoreAt(place: number, total: number): number {
  const { cells } = scratch;
  const at = width * place;
  const own = Math.min(1, (cells[at + covered] as number) / total);
  const answered = own + (cells[at + hintedCover] as number) / total;
  return ((cells[at] as number) + (1 - own / 2) * (cells[at + hinted] as number)) * answering(answered);
}

/** The same; 0 where it is certainly less than `floor`. Most places are told by a sum, whatever share of the query they answer. */
export function scoreAbove(place: number, total: number, floor: number): number {
  const { cells } = scratch;
  const at = width * place;
  return (cells[at] as number) + (cells[at + hinted] as number) < floor ? 0 : scoreAt(place, total);
}

/** Whether as many sections as are wanted are worth more than `most` already, whatever is added to them. */
export function areAbove(
  most: number,
  wanted: number,
  { reached, total }: { reached: number; total: number },
  isThere: (id: number) => boolean,
): boolean {
  const { cells, ids } = scratch;
  let above = 0;
  for (let place = 1; place <= reached; place += 1) {
    const at = width * place;
    const said = (cells[at] as number) + (cells[at + hinted] as number) / 2;
    if (said <= most) continue; // for whatever share of the query it answers
    const answered = ((cells[at + covered] as number) + (cells[at + hintedCover] as number)) / total;
    if (said * answering(answered) <= most || !isThere(ids[place] as number)) continue;
    above += 1;
    if (above === wanted) return true;
  }
  return false;
}
