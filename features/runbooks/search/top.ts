import { reachedIds, scoreAbove } from "./sums";

export type Candidate = { id: number; score: number };
/** A candidate, and where what is known of it lies. */
export type Placed = Candidate & { place: number };
/** What is asked of sections: whether one is there, and which of those that are worth the same come first, the lowest. */
export type Standing = { isThere: (id: number) => boolean; orderOf: (id: number) => number };

// One query at a time runs to its end: these are reused. No object for each that is kept only until a better one comes.
const scratch = { places: new Uint32Array(0), orders: new Float64Array(0), scores: new Float64Array(0) };

/**
 * The best of the places that a query reached, without sorting all: a heap whose root is the worst that is kept.
 * @param total what the whole query covers
 * @returns at most `limit`, best first
 */
export function topOf(
  { reached, total }: { reached: number; total: number },
  { isThere, orderOf }: Standing,
  limit: number,
): Placed[] {
  const ids = reachedIds();
  if (scratch.places.length < limit) {
    scratch.places = new Uint32Array(limit);
    scratch.orders = new Float64Array(limit);
    scratch.scores = new Float64Array(limit);
  }
  let size = 0;
  let floor = 0;
  for (let place = 1; place <= reached; place += 1) {
    const score = scoreAbove(place, total, floor);
    if (score < floor || score === 0) continue;
    const id = ids[place] as number;
    const order = orderOf(id);
    if (size === limit && !isWorse(0, order, score)) continue;
    if (!isThere(id)) continue;
    if (size < limit) {
      rise(size, place, order, score);
      size += 1;
    } else sink(size, place, order, score);
    if (size === limit) floor = scratch.scores[0] as number;
  }
  const found: Placed[] = [];
  for (let at = 0; at < size; at += 1) {
    const place = scratch.places[at] as number;
    found.push({ place, id: ids[place] as number, score: scratch.scores[at] as number });
  }
  return found.sort(byWorth(orderOf));
}

/** Best first. */
export const byWorth =
  (orderOf: Standing["orderOf"]) =>
  (a: Candidate, b: Candidate): number =>
    b.score - a.score || orderOf(a.id) - orderOf(b.id);

/** Whether what is kept at a place of the heap is worse than another. */
const isWorse = (at: number, order: number, score: number): boolean =>
  (scratch.scores[at] as number) < score || (scratch.scores[at] === score && order < (scratch.orders[at] as number));

function put(at: number, place: number, order: number, score: number): void {
  scratch.places[at] = place;
  scratch.orders[at] = order;
  scratch.scores[at] = score;
}

const copy = (to: number, from: number) =>
  put(to, scratch.places[from] as number, scratch.orders[from] as number, scratch.scores[from] as number);

function rise(from: number, place: number, order: number, score: number): void {
  let at = from;
  while (at > 0) {
    const above = (at - 1) >> 1;
    if (isWorse(above, order, score)) break;
    copy(at, above);
    at = above;
  }
  put(at, place, order, score);
}

/** Puts one in the place of the root. */
function sink(size: number, place: number, order: number, score: number): void {
  const { orders, scores } = scratch;
  let at = 0;
  for (;;) {
    let below = 2 * at + 1;
    if (below >= size) break;
    if (below + 1 < size && isWorse(below + 1, orders[below] as number, scores[below] as number)) below += 1;
    if (!isWorse(below, order, score)) break;
    copy(at, below);
    at = below;
  }
  put(at, place, order, score);
}
