/** A stretch of two buffers: the sections `ids[from…to-1]` in rising order, each with the impact at the same place. */
export type Run = { ids: Uint32Array; impacts: Uint8Array; from: number; to: number; peak: number };
/** Where a term stands: the runs follow each other in the order of the sections' numbers. `peak` is its largest impact. */
export type Postings = { length: number; runs: Run[]; peak: number };

/** The postings of many terms, side by side in two buffers. A term that outgrows its place moves to the end. */
export type Pool = {
  slots: Map<string, number>;
  starts: Uint32Array;
  lengths: Uint32Array;
  capacities: Uint32Array;
  /** The largest impact of each. */
  peaks: Uint8Array;
  ids: Uint32Array;
  impacts: Uint8Array;
  /** Places given to terms, those that they have left included. */
  used: number;
  left: number;
};

/**
 * Two pools: what was read from a file, packed tightly and never changed, and what came since. So a change costs what came
 * since, not what there is.
 */
export type PostingStore = {
  base: Pool;
  recent: Pool;
  has: (term: string) => boolean;
  get: (term: string) => Postings | undefined;
};

export const emptyPool = (): Pool => ({
  slots: new Map(),
  starts: new Uint32Array(64),
  lengths: new Uint32Array(64),
  capacities: new Uint32Array(64),
  peaks: new Uint8Array(64),
  ids: new Uint32Array(256),
  impacts: new Uint8Array(256),
  used: 0,
  left: 0,
});

export function postingStore(base: Pool = emptyPool()): PostingStore {
  const recent = emptyPool();
  return {
    base,
    recent,
    has: (term) => base.slots.has(term) || recent.slots.has(term),
    get(term) {
      const read = runOf(base, term);
      const came = runOf(recent, term);
      if (!read || !came) {
        const only = read ?? came;
        return only && { runs: [only], length: only.to - only.from, peak: only.peak };
      }
      const length = read.to - read.from + came.to - came.from;
      return { runs: [read, came], length, peak: Math.max(read.peak, came.peak) };
    },
  };
}

export function runOf({ slots, starts, lengths, peaks, ids, impacts }: Pool, term: string): Run | undefined {
  const slot = slots.get(term);
  if (slot === undefined) return undefined;
  const from = starts[slot] as number;
  return { ids, impacts, from, to: from + (lengths[slot] as number), peak: peaks[slot] as number };
}

/** Adds a section with a larger number than all before. */
export function append(pool: Pool, term: string, id: number, impact: number): void {
  let slot = pool.slots.get(term);
  if (slot === undefined) {
    slot = newSlot(pool, term);
  } else if (pool.lengths[slot] === pool.capacities[slot]) move(pool, slot, (pool.lengths[slot] as number) * 2);
  const at = (pool.starts[slot] as number) + (pool.lengths[slot] as number);
  pool.ids[at] = id;
  pool.impacts[at] = impact;
  pool.lengths[slot] = (pool.lengths[slot] as number) + 1;
  pool.peaks[slot] = Math.max(pool.peaks[slot] as number, impact);
}

function newSlot(pool: Pool, term: string): number {
  const slot = pool.slots.size;
  if (slot === pool.starts.length) {
    pool.starts = grown(pool.starts, slot * 2);
    pool.lengths = grown(pool.lengths, slot * 2);
    pool.capacities = grown(pool.capacities, slot * 2);
    pool.peaks = grown(pool.peaks, slot * 2);
  }
  pool.slots.set(term, slot);
  // Most words are in one section only: those take one place.
  reserve(pool, 1);
  pool.starts[slot] = pool.used;
  pool.capacities[slot] = 1;
  pool.used += 1;
  return slot;
}

function move(pool: Pool, slot: number, capacity: number): void {
  reserve(pool, capacity);
  const from = pool.starts[slot] as number;
  const to = from + (pool.lengths[slot] as number);
  pool.ids.copyWithin(pool.used, from, to);
  pool.impacts.copyWithin(pool.used, from, to);
  pool.left += pool.capacities[slot] as number;
  pool.starts[slot] = pool.used;
  pool.capacities[slot] = capacity;
  pool.used += capacity;
}

/** Makes room at the end. The old buffers stay as they are for whoever reads them. */
function reserve(pool: Pool, wanted: number): void {
  if (pool.used + wanted <= pool.ids.length) return;
  const live = pool.used - pool.left;
  const size = Math.ceil((live + wanted) * 1.5);
  if (pool.left < pool.used / 4) {
    pool.ids = grown(pool.ids, Math.ceil((pool.used + wanted) * 1.5));
    pool.impacts = grown(pool.impacts, pool.ids.length);
    return;
  }
  const ids = new Uint32Array(size);
  const impacts = new Uint8Array(size);
  let used = 0;
  for (let slot = 0; slot < pool.slots.size; slot += 1) {
    const from = pool.starts[slot] as number;
    const to = from + (pool.lengths[slot] as number);
    ids.set(pool.ids.subarray(from, to), used);
    impacts.set(pool.impacts.subarray(from, to), used);
    pool.starts[slot] = used;
    used += pool.capacities[slot] as number;
  }
  Object.assign(pool, { ids, impacts, used, left: 0 });
}

export function grown<T extends Uint32Array | Uint16Array | Uint8Array>(buffer: T, length: number): T {
  const larger = new (buffer.constructor as new (length: number) => T)(length);
  larger.set(buffer);
  return larger;
}

/** The impact of one section, by halving; 0 when it does not hold the term. */
export function impactOf({ runs }: Postings, id: number): number {
  for (const { ids, impacts, from, to } of runs) {
    let low = from;
    let high = to - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = ids[middle] as number;
      if (found === id) return impacts[middle] as number;
      if (found < id) low = middle + 1;
      else high = middle - 1;
    }
  }
  return 0;
}
