export type Candidate = { id: number; score: number };

// One query at a time runs to its end: these are reused. No object for each that is kept only until a better one comes.
const scratch = { ids: new Uint32Array(512), scores: new Float64Array(512) };

/**
 * The best of many places without sorting all: a heap whose root is the worst that is kept. Of equals the first stays.
 * @returns at most `limit`, best first
 */
export function topOf(
  ids: Uint32Array,
  isThere: (id: number) => boolean,
  scoreOf: (id: number) => number,
  limit: number,
): Candidate[] {
  if (scratch.ids.length < limit) {
    scratch.ids = new Uint32Array(limit);
    scratch.scores = new Float64Array(limit);
  }
  let size = 0;
  let floor = 0;
  for (let at = 0; at < ids.length; at += 1) {
    const id = ids[at] as number;
    const score = scoreOf(id);
    if (score <= floor || !isThere(id)) continue;
    if (size < limit) {
      rise(size, id, score);
      size += 1;
    } else sink(size, id, score);
    if (size === limit) floor = scratch.scores[0] as number;
  }
  const found: Candidate[] = [];
  for (let at = 0; at < size; at += 1)
    found.push({ id: scratch.ids[at] as number, score: scratch.scores[at] as number });
  return found.sort((a, b) => b.score - a.score || a.id - b.id);
}

/** Whether what is kept at a place is worse than another. */
const isWorse = (at: number, id: number, score: number): boolean =>
  (scratch.scores[at] as number) < score || (scratch.scores[at] === score && (scratch.ids[at] as number) > id);

function put(at: number, id: number, score: number): void {
  scratch.ids[at] = id;
  scratch.scores[at] = score;
}

function rise(from: number, id: number, score: number): void {
  let at = from;
  while (at > 0) {
    const above = (at - 1) >> 1;
    if (isWorse(above, id, score)) break;
    put(at, scratch.ids[above] as number, scratch.scores[above] as number);
    at = above;
  }
  put(at, id, score);
}

/** Puts one in the place of the root. */
function sink(size: number, id: number, score: number): void {
  const { ids, scores } = scratch;
  let at = 0;
  for (;;) {
    let below = 2 * at + 1;
    if (below >= size) break;
    if (below + 1 < size && isWorse(below + 1, ids[below] as number, scores[below] as number)) below += 1;
    if (!isWorse(below, id, score)) break;
    put(at, ids[below] as number, scores[below] as number);
    at = below;
  }
  put(at, id, score);
}
