import { emptyPool, type Pool, type PostingStore, postingStore, runOf } from "./postings";
import type { SearchIndex } from "./search-index";
import { emptyStore, gone, type IndexedRunbook, recordBytes, type SectionStore } from "./section-store";
import { wordListOf } from "./word-list";

/**
 * Raised whenever the index would hold something else for the same sections (terms, weights, layout), so that no older file
 * is used.
 */
export const indexVersion = 5;

/** What the end of a file says of it: bytes of its parts, which begin at multiples of eight in this order. */
type Directory = {
  index: number;
  /** What made the sections. */
  sections: string;
  /** 0x01020304 as this machine writes it: the buffers are used as they lie in the file. */
  order: number;
  parts: Record<Part, number>;
};
const partNames = ["records", "bytesOf", "runbooks", "ids", "impacts", "lengths", "terms"] as const;
type Part = (typeof partNames)[number];

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const order = new Uint8Array(Uint32Array.of(0x01020304).buffer)[0] ?? 0;
const sliceBytes = 1 << 19;
const tailBytes = 4;

/** The state of an index at one moment, which later changes leave as it is. */
export type Snapshot = { store: SectionStore; recent: Pool; base: Pool; terms: string[]; changes: number };

export function snapshot({ sections, postings, words, changes }: SearchIndex): Snapshot {
  const copy = (pool: Pool): Pool => ({ ...pool, starts: pool.starts.slice(), lengths: pool.lengths.slice() });
  return {
    store: {
      ...sections,
      runbookOf: sections.runbookOf.slice(0, sections.size),
      runbooks: [...sections.runbooks],
      chunks: [...sections.chunks],
    },
    base: postings.base, // never changes
    recent: copy(postings.recent),
    terms: words.sorted.concat(words.tail).sort(),
    changes,
  };
}

/**
 * An index as a file, in slices: what was taken out is left out, the rest moves up. What is written is consistent however
 * much the index changes between two slices.
 * @param sections names what made the sections; a file is of use only where the same would make them
 */
export function* encodeIndex({ store, base, recent, terms }: Snapshot, sections: string): Generator<Uint8Array> {
  const parts = Object.fromEntries(partNames.map((name) => [name, 0])) as Record<Part, number>;
  function* part(name: Part, slices: Iterable<Uint8Array>): Generator<Uint8Array> {
    for (const slice of slices) {
      parts[name] += slice.byteLength;
      yield slice;
    }
    const rest = parts[name] % 8;
    if (rest > 0) yield new Uint8Array(8 - rest);
  }
  const { ids, runbooks, numbers, bytes } = renumbered(store);
  yield* part(
    "records",
    gathered(ids, (id) => recordBytes(store, id)),
  );
  yield* part("bytesOf", [asBytes(bytes)]);
  yield* part("runbooks", [encoder.encode(JSON.stringify(runbooks))]);
  const kept: string[] = [];
  const lengths: number[] = [];
  const impacts = growing();
  yield* part(
    "ids",
    gathered(terms, (term) => {
      const own = livingOf([runOf(base, term), runOf(recent, term)], numbers);
      if (own.ids.length === 0) return own.impacts;
      kept.push(term);
      lengths.push(own.ids.length);
      impacts.add(own.impacts);
      return asBytes(own.ids);
    }),
  );
  yield* part("impacts", impacts.slices());
  yield* part("lengths", [asBytes(Uint32Array.from(lengths))]);
  yield* part("terms", [encoder.encode(kept.join("\n"))]);
  const directory: Directory = { index: indexVersion, sections, order, parts };
  const written = encoder.encode(JSON.stringify(directory));
  yield written;
  yield asBytes(Uint32Array.of(written.byteLength));
}

/** The index of a file. @returns null for a file that another version or another kind of machine wrote */
export function decodeIndex(file: Uint8Array, sections: string): SearchIndex | null {
  const length = new DataView(file.buffer, file.byteOffset + file.byteLength - tailBytes).getUint32(0, order === 4);
  const end = file.byteLength - tailBytes;
  const directory = JSON.parse(decoder.decode(file.subarray(end - length, end))) as Directory;
  if (directory.index !== indexVersion || directory.sections !== sections || directory.order !== order) return null;
  const places = new Map<Part, Uint8Array>();
  let at = 0;
  for (const name of partNames) {
    places.set(name, file.subarray(at, at + directory.parts[name]));
    at += Math.ceil(directory.parts[name] / 8) * 8;
  }
  const part = (name: Part) => places.get(name) ?? new Uint8Array(0);
  const runbooks = JSON.parse(decoder.decode(part("runbooks"))) as IndexedRunbook[];
  const store = storeOf(part("records"), asNumbers(part("bytesOf")), runbooks);
  const terms = part("terms").byteLength === 0 ? [] : decoder.decode(part("terms")).split("\n");
  const base = poolOf(terms, asNumbers(part("lengths")), asNumbers(part("ids")), part("impacts"));
  const postings: PostingStore = postingStore(base);
  return { sections: store, postings, words: wordListOf(terms), alive: store.alive, changes: 0 };
}

/** The same index, packed tightly. */
export function compacted(index: SearchIndex): SearchIndex {
  const slices = [...encodeIndex(snapshot(index), "")];
  const file = new Uint8Array(slices.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const slice of slices) {
    file.set(slice, at);
    at += slice.byteLength;
  }
  return decodeIndex(file, "") ?? index;
}

/** The sections that are there with the numbers that they get, from 0 without holes. */
function renumbered(store: SectionStore) {
  const ids: number[] = [];
  const numbers = new Uint32Array(store.size).fill(gone);
  const runbooks: IndexedRunbook[] = [];
  for (const runbook of store.runbooks) {
    if (!runbook) continue;
    runbooks.push({ ...runbook, first: ids.length });
    for (let id = runbook.first; id < runbook.first + runbook.count; id += 1) {
      numbers[id] = ids.length;
      ids.push(id);
    }
  }
  return { ids, runbooks, numbers, bytes: Uint32Array.from(ids, (id) => store.bytesOf[id] as number) };
}

function livingOf(runs: ReturnType<typeof runOf>[], numbers: Uint32Array) {
  const most = runs.reduce((sum, run) => sum + (run ? run.to - run.from : 0), 0);
  const ids = new Uint32Array(most);
  const impacts = new Uint8Array(most);
  let length = 0;
  for (const run of runs) {
    for (let at = run?.from ?? 0; run && at < run.to; at += 1) {
      const number = numbers[run.ids[at] as number] as number;
      if (number === gone) continue;
      ids[length] = number;
      impacts[length] = run.impacts[at] as number;
      length += 1;
    }
  }
  return { ids: ids.slice(0, length), impacts: impacts.slice(0, length) };
}

function storeOf(records: Uint8Array, bytesOf: Uint32Array, runbooks: IndexedRunbook[]): SectionStore {
  const size = bytesOf.length;
  const store = { ...emptyStore(), size, alive: size, runbooks, bytesOf: bytesOf.slice(), chunks: [records] };
  store.filled = records.byteLength;
  store.runbookOf = new Uint32Array(size);
  store.chunkOf = new Uint16Array(size);
  store.startOf = new Uint32Array(size);
  let start = 0;
  for (let id = 0; id < size; id += 1) {
    store.startOf[id] = start;
    start += bytesOf[id] as number;
  }
  for (const [number, { path, first, count }] of runbooks.entries()) {
    store.byPath.set(path, number);
    store.runbookOf.fill(number, first, first + count);
  }
  return store;
}

function poolOf(terms: string[], lengths: Uint32Array, ids: Uint32Array, impacts: Uint8Array): Pool {
  const starts = new Uint32Array(lengths.length);
  const peaks = new Uint8Array(lengths.length);
  let used = 0;
  for (let slot = 0; slot < lengths.length; slot += 1) {
    const end = used + (lengths[slot] as number);
    let peak = 0;
    for (let at = used; at < end; at += 1) if ((impacts[at] as number) > peak) peak = impacts[at] as number;
    starts[slot] = used;
    peaks[slot] = peak;
    used = end;
  }
  const slots = new Map(terms.map((term, slot) => [term, slot]));
  return { ...emptyPool(), slots, starts, lengths, capacities: lengths, peaks, ids, impacts, used };
}

/** Many small buffers as few large ones. */
function* gathered<T>(list: Iterable<T>, bytesOf: (one: T) => Uint8Array): Generator<Uint8Array> {
  const held = growing();
  for (const one of list) {
    held.add(bytesOf(one));
    if (held.bytes() >= sliceBytes) yield* held.slices();
  }
  yield* held.slices();
}

function growing() {
  let buffers: Uint8Array[] = [];
  let bytes = 0;
  return {
    bytes: () => bytes,
    add(buffer: Uint8Array) {
      buffers.push(buffer);
      bytes += buffer.byteLength;
    },
    *slices() {
      const whole = new Uint8Array(bytes);
      let at = 0;
      for (const buffer of buffers) {
        whole.set(buffer, at);
        at += buffer.byteLength;
      }
      buffers = [];
      bytes = 0;
      for (let from = 0; from < whole.byteLength; from += sliceBytes) yield whole.subarray(from, from + sliceBytes);
    },
  };
}

const asBytes = ({ buffer, byteOffset, byteLength }: Uint32Array) => new Uint8Array(buffer, byteOffset, byteLength);
const asNumbers = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  new Uint32Array(buffer, byteOffset, byteLength / 4);
