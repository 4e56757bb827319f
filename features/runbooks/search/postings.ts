/** Where a term stands: section `ids[i]` holds it with `impacts[i]`, in the order of the sections' numbers. */
export type Postings = { ids: Uint32Array; impacts: Uint8Array; length: number };

export const emptyPostings = (): Postings => ({ ids: new Uint32Array(2), impacts: new Uint8Array(2), length: 0 });

/** Adds a section with a larger number than all before. */
export function append(postings: Postings, id: number, impact: number): void {
  if (postings.length === postings.ids.length) {
    const capacity = postings.length * 2;
    const ids = new Uint32Array(capacity);
    const impacts = new Uint8Array(capacity);
    ids.set(postings.ids);
    impacts.set(postings.impacts);
    postings.ids = ids;
    postings.impacts = impacts;
  }
  postings.ids[postings.length] = id;
  postings.impacts[postings.length] = impact;
  postings.length += 1;
}

/** The impact of one section, by halving; 0 when it does not hold the term. */
export function impactOf({ ids, impacts, length }: Postings, id: number): number {
  let low = 0;
  let high = length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = ids[middle] as number;
    if (found === id) return impacts[middle] as number;
    if (found < id) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}
