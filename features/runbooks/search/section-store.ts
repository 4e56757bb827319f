import type { RunbookPath, SearchSection } from "../artifact";
import type { LineReader } from "./line-reader";
import { grown } from "./postings";
import {
  mostBytes,
  type RecordParts,
  readRecord,
  recordedSection,
  recordParts,
  wholeOf,
  writeRecord,
} from "./section-record";
import { hashBytes } from "./word-hashes";

/** A section with what its results show. */
export type IndexedSection = { path: RunbookPath; service: string; title: string; section: SearchSection };
/** The same with its number. Sections of one procedure or checklist, itself included, have the same `whole`. */
export type StoredSection = IndexedSection & { id: number; whole: number };
/** A runbook of the index. `version` says which text of it was read: the same version, the same sections. */
export type IndexedRunbook = {
  path: RunbookPath;
  service: string;
  title: string;
  version: string;
  /** Its sections have the numbers from `first` on. */
  first: number;
  count: number;
};

/** Sections by number, outside of the heap; a number is never given twice. */
export type SectionStore = {
  /** Numbers given so far. */
  size: number;
  /** Sections that are there. */
  alive: number;
  runbooks: (IndexedRunbook | undefined)[];
  byPath: Map<RunbookPath, number>;
  /** The runbook of each section; `gone` where it was taken out. */
  runbookOf: Uint32Array;
  /** Where the record of each section is: in which chunk, from where, how many bytes. */
  chunkOf: Uint16Array;
  startOf: Uint32Array;
  bytesOf: Uint32Array;
  chunks: Uint8Array[];
  filled: number;
};

export const gone = 0xffffffff;
const chunkSize = 1 << 20;

export const emptyStore = (): SectionStore => ({
  size: 0,
  alive: 0,
  runbooks: [],
  byPath: new Map(),
  runbookOf: new Uint32Array(64),
  chunkOf: new Uint16Array(64),
  startOf: new Uint32Array(64),
  bytesOf: new Uint32Array(64),
  chunks: [],
  filled: 0,
});

/** Puts a runbook in, in the place of what was known by its path. @returns the number of its first section */
export function putRunbook(
  store: SectionStore,
  runbook: Pick<IndexedRunbook, "path" | "service" | "title" | "version">,
  sections: SearchSection[],
  read: LineReader,
): number {
  takeRunbook(store, runbook.path);
  const number = store.runbooks.length;
  const first = store.size;
  store.runbooks.push({ ...runbook, first, count: sections.length });
  store.byPath.set(runbook.path, number);
  for (const section of sections) putSection(store, number, recordParts(section, read));
  return first;
}

/** Takes a runbook out. @returns whether it was there */
export function takeRunbook(store: SectionStore, path: RunbookPath): boolean {
  const number = store.byPath.get(path);
  const runbook = number === undefined ? undefined : store.runbooks[number];
  if (number === undefined || !runbook) return false;
  const { first, count } = runbook;
  store.runbookOf.fill(gone, first, first + count);
  store.runbooks[number] = undefined;
  store.byPath.delete(path);
  store.alive -= count;
  return true;
}

function putSection(store: SectionStore, runbook: number, parts: RecordParts): void {
  const id = store.size;
  if (id === store.runbookOf.length) {
    const length = Math.max(64, id * 2);
    store.runbookOf = grown(store.runbookOf, length);
    store.chunkOf = grown(store.chunkOf, length);
    store.startOf = grown(store.startOf, length);
    store.bytesOf = grown(store.bytesOf, length);
  }
  const most = mostBytes(parts);
  let chunk = store.chunks.at(-1);
  if (!chunk || store.filled + most > chunk.length) {
    chunk = new Uint8Array(Math.max(chunkSize, most));
    store.chunks.push(chunk);
    store.filled = 0;
  }
  const written = writeRecord(parts, chunk.subarray(store.filled));
  store.runbookOf[id] = runbook;
  store.chunkOf[id] = store.chunks.length - 1;
  store.startOf[id] = store.filled;
  store.bytesOf[id] = written;
  store.filled += written;
  store.size += 1;
  store.alive += 1;
}

/** The chunk that the record of a section is in; it begins at `startOf`. */
export const chunkWith = ({ chunks, chunkOf }: SectionStore, id: number): Uint8Array =>
  chunks[chunkOf[id] as number] as Uint8Array;

/** The record of a section as it is kept. */
export function recordBytes(store: SectionStore, id: number): Uint8Array {
  const start = store.startOf[id] as number;
  return chunkWith(store, id).subarray(start, start + (store.bytesOf[id] as number));
}

/** A section by its number, its texts read when they are asked for; undefined where it was taken out. */
export function sectionAt(store: SectionStore, id: number): StoredSection | undefined {
  const number = store.runbookOf[id] as number;
  const runbook = store.runbooks[number];
  if (!runbook) return undefined;
  const { path, service, title } = runbook;
  const chunk = chunkWith(store, id);
  const start = store.startOf[id] as number;
  const whole = number * 2 ** (8 * hashBytes) + wholeOf(chunk, start);
  return { id, whole, path, service, title, section: recordedSection(chunk, start) };
}

/** Bytes of all records, those that were taken out and wait for the next packing included. */
export const bytesIn = ({ chunks, filled }: SectionStore): number =>
  chunks.slice(0, -1).reduce((sum, { byteLength }) => sum + byteLength, filled);

/** The sections of some runbooks, or of all, in the order in which they were put in. */
export function* sectionsIn(store: SectionStore, paths: Iterable<RunbookPath> = store.byPath.keys()) {
  for (const path of paths) {
    const runbook = store.runbooks[store.byPath.get(path) ?? gone];
    for (let id = runbook?.first ?? 0; runbook && id < runbook.first + runbook.count; id += 1) {
      const { path, service, title } = runbook;
      yield { path, service, title, section: readRecord(chunkWith(store, id), store.startOf[id] as number) };
    }
  }
}
