export type Candidate = { id: number; score: number };
/** A candidate, and where what is known of it lies. */
export type Placed = Candidate & { place: number };
/** What is asked of sections: whether one is there, and whether it comes before another that is worth the same. */
export type Standing = { isThere: (id: number) => boolean; isFirst: IsFirst };
type IsFirst = (id: number, other: number) => boolean;

// One query at a time runs to its end: these are reused. No object for each that is kept only until a better one comes.
const scratch = { places: new Uint32Array(512), ids: new Uint32Array(512), scores: new Float64Array(512) };

/**
 * The best of many places, which count from 1, without sorting all: a heap whose root is the worst that is kept.
 * @param scoreAbove the score of a place; anything less where it is certainly less than a floor
 * @returns at most `limit`, best first
 */
export function topOf(
  { ids, reached }: { ids: Uint32Array; reached: number },
  scoreAbove: (place: number, floor: number) => number,
  { isThere, isFirst }: Standing,
  limit: number,
): Placed[] {
  if (scratch.ids.length < limit) {
    scratch.places = new Uint32Array(limit);
    scratch.ids = new Uint32Array(limit);
    scratch.scores = new Float64Array(limit);
  }
  let size = 0;
  let floor = 0;
  for (let place = 1; place <= reached; place += 1) {
    const score = scoreAbove(place, floor);
    if (score < floor || score === 0) continue;
    const id = ids[place] as number;
    if (size === limit && !isWorse(0, id, score, isFirst)) continue;
    if (!isThere(id)) continue;
    if (size < limit) {
      rise(size, place, id, score, isFirst);
      size += 1;
    } else sink(size, place, id, score, isFirst);
    if (size === limit) floor = scratch.scores[0] as number;
  }
  const found: Placed[] = [];
  for (let at = 0; at < size; at += 1) {
    const [place, id, score] = [scratch.places[at] as number, scratch.ids[at] as number, scratch.scores[at] as number];
    found.push({ place, id, score });
  }
  return found.sort(byWorth(isFirst));
}

/** Best first. */
export const byWorth =
  (isFirst: IsFirst) =>
  (a: Candidate, b: Candidate): number =>
    b.score - a.score || (a.id === b.id ? 0 : isFirst(a.id, b.id) ? -1 : 1);

/** Whether what is kept at a place of the heap is worse than another. */
const isWorse = (at: number, id: number, score: number, isFirst: IsFirst): boolean =>
  (scratch.scores[at] as number) < score || (scratch.scores[at] === score && isFirst(id, scratch.ids[at] as number));

function put(at: number, place: number, id: number, score: number): void {
  scratch.places[at] = place;
  scratch.ids[at] = id;
  scratch.scores[at] = score;
}

const copy = (to: number, from: number) =>
  put(to, scratch.places[from] as number, scratch.ids[from] as number, scratch.scores[from] as number);

function rise(from: number, place: number, id: number, score: number, isFirst: IsFirst): void {
  let at = from;
  while (at > 0) {
    const above = (at - 1) >> 1;
    if (isWorse(above, id, score, isFirst)) break;
    copy(at, above);
    at = above;
  }
  put(at, place, id, score);
}

/** Puts one in the place of the root. */
function sink(size: number, place: number, id: number, score: number, isFirst: IsFirst): void {
  const { ids, scores } = scratch;
  let at = 0;
  for (;;) {
    let below = 2 * at + 1;
    if (below >= size) break;
    if (below + 1 < size && isWorse(below + 1, ids[below] as number, scores[below] as number, isFirst)) below += 1;
    if (!isWorse(below, id, score, isFirst)) break;
    copy(at, below);
    at = below;
  }
  put(at, place, id, score);
}
