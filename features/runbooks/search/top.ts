export type Candidate = { id: number; score: number };

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
  const heap: Candidate[] = [];
  let floor = 0;
  for (let at = 0; at < ids.length; at += 1) {
    const id = ids[at] as number;
    const score = scoreOf(id);
    if (score <= floor || !isThere(id)) continue;
    if (heap.length < limit) rise(heap, { id, score });
    else sink(heap, { id, score });
    if (heap.length === limit) floor = heap[0]?.score ?? 0;
  }
  return heap.sort((a, b) => b.score - a.score || a.id - b.id);
}

const isWorse = (a: Candidate, b: Candidate) => a.score < b.score || (a.score === b.score && a.id > b.id);

function rise(heap: Candidate[], one: Candidate): void {
  let at = heap.length;
  heap.push(one);
  while (at > 0) {
    const above = (at - 1) >> 1;
    const parent = heap[above] as Candidate;
    if (!isWorse(one, parent)) break;
    heap[at] = parent;
    at = above;
  }
  heap[at] = one;
}

/** Puts one in the place of the root. */
function sink(heap: Candidate[], one: Candidate): void {
  let at = 0;
  for (;;) {
    const left = 2 * at + 1;
    if (left >= heap.length) break;
    const [a, b] = [heap[left] as Candidate, heap[left + 1]];
    const [below, child] = b && isWorse(b, a) ? [left + 1, b] : [left, a];
    if (!isWorse(child, one)) break;
    heap[at] = child;
    at = below;
  }
  heap[at] = one;
}
