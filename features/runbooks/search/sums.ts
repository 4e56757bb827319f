import { impactOf } from "./postings";
import type { QueryTerm } from "./query-terms";
import type { SearchIndex } from "./search-index";
import { fullImpact } from "./term-weights";
import type { Candidate } from "./top";

// One query at a time runs to its end: these are reused, and cleaned by whoever used them. What is known of a section lies side
// by side, because a query looks at thousands of them here and there, and memory comes in lines: its score and what of the query
// it covers, the same of other sayings, and for one word the best of its terms and how well that answers.
export const width = 8;
export const covered = 1;
export const hinted = 2;
export const hintedCover = 3;
const best = 4;
const quality = 5;
export const scratch = {
  cells: new Float32Array(0),
  touched: new Uint32Array(0),
  own: new Uint32Array(0),
  /** A bit for each section that may still be among the best, once that is known. */
  likely: new Uint32Array(0),
};

/** Makes room for as many sections. */
export function reserve(size: number): void {
  if (scratch.touched.length >= size) return;
  const capacity = Math.ceil(size * 1.25);
  scratch.cells = new Float32Array(width * capacity);
  scratch.touched = new Uint32Array(capacity);
  scratch.own = new Uint32Array(capacity);
  scratch.likely = new Uint32Array((capacity >> 5) + 1);
}

/** From here on only the sections that were reached count on. */
export function setLikely(reached: number): void {
  const { likely, touched } = scratch;
  for (let i = 0; i < reached; i += 1) {
    const id = touched[i] as number;
    likely[id >> 5] = (likely[id >> 5] as number) | (1 << (id & 31));
  }
}

/** Where a word is summed up: those of the query and those of other sayings apart. */
const sumOf = ({ isHint }: QueryTerm) => (isHint ? hinted : 0);

/**
 * Adds what a word is worth to all sections that have it, or to those of them that are likely.
 * @returns how many sections were reached so far
 */
export function addEverywhere(index: SearchIndex, term: QueryTerm, before: number, narrowed: boolean): number {
  const [only] = term.matches;
  return only && term.matches.size === 1
    ? addOne(index, term, only, before, narrowed)
    : addBest(index, term, before, narrowed);
}

function addOne(
  index: SearchIndex,
  asked: QueryTerm,
  [term, well]: [string, number],
  before: number,
  narrowed: boolean,
): number {
  const { cells, touched, likely } = scratch;
  const sum = sumOf(asked);
  const factor = (well * asked.rarity * fullImpact) / 255;
  const answers = asked.cover * well;
  let reached = before;
  for (const { ids, impacts, from, to } of index.postings.get(term)?.runs ?? []) {
    for (let i = from; i < to; i += 1) {
      const id = ids[i] as number;
      if (narrowed && ((likely[id >> 5] as number) & (1 << (id & 31))) === 0) continue;
      const at = width * id;
      if (cells[at] === 0 && cells[at + hinted] === 0) touched[reached++] = id;
      cells[at + sum] = (cells[at + sum] as number) + factor * (impacts[i] as number);
      cells[at + sum + covered] = (cells[at + sum + covered] as number) + answers;
    }
  }
  return reached;
}

/** Of the terms that answer one word, a section counts its best. */
function addBest(index: SearchIndex, asked: QueryTerm, before: number, narrowed: boolean): number {
  const { rarity, cover, matches } = asked;
  const { cells, touched, own, likely } = scratch;
  const sum = sumOf(asked);
  let met = 0;
  for (const [term, well] of matches) {
    const factor = (well * rarity * fullImpact) / 255;
    for (const { ids, impacts, from, to } of index.postings.get(term)?.runs ?? []) {
      for (let i = from; i < to; i += 1) {
        const id = ids[i] as number;
        if (narrowed && ((likely[id >> 5] as number) & (1 << (id & 31))) === 0) continue;
        const at = width * id;
        const score = factor * (impacts[i] as number);
        const known = cells[at + best] as number;
        if (known === 0) own[met++] = id;
        if (score > known) cells[at + best] = score;
        if (well > (cells[at + quality] as number)) cells[at + quality] = well;
      }
    }
  }
  let reached = before;
  for (let i = 0; i < met; i += 1) {
    const id = own[i] as number;
    const at = width * id;
    if (cells[at] === 0 && cells[at + hinted] === 0) touched[reached++] = id;
    cells[at + sum] = (cells[at + sum] as number) + (cells[at + best] as number);
    cells[at + sum + covered] = (cells[at + sum + covered] as number) + cover * (cells[at + quality] as number);
    cells[at + best] = 0;
    cells[at + quality] = 0;
  }
  return reached;
}

/** Adds a word to a few sections that others have found. */
export function addTo(index: SearchIndex, asked: QueryTerm, found: Candidate[]): void {
  const { rarity, cover, matches } = asked;
  const { cells } = scratch;
  const sum = sumOf(asked);
  const held = [...matches].flatMap(([term, well]) => {
    const postings = index.postings.get(term);
    return postings ? [{ postings, well, factor: (well * rarity * fullImpact) / 255 }] : [];
  });
  for (const { id } of found) {
    let score = 0;
    let answered = 0;
    for (const { postings, well, factor } of held) {
      const impact = impactOf(postings, id);
      if (impact === 0) continue;
      score = Math.max(score, factor * impact);
      answered = Math.max(answered, well);
    }
    const at = width * id + sum;
    cells[at] = (cells[at] as number) + score;
    cells[at + covered] = (cells[at + covered] as number) + cover * answered;
  }
}

/** Forgets what was summed up. */
export function clear(reached: number, narrowed: boolean): void {
  const { cells, touched, likely } = scratch;
  for (let i = 0; i < reached; i += 1) {
    const id = touched[i] as number;
    for (let at = width * id; at < width * id + best; at += 1) cells[at] = 0;
    if (narrowed) likely[id >> 5] = 0;
  }
}
