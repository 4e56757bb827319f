import { setImmediate as nextTurn } from "node:timers/promises";
import { dataPath } from "@/lib/env";
import { log } from "@/lib/log";
import { type Library, library, libraryProgress, sectionsOf } from "../../library/adapter";
import { isReadable, type ReadableRunbook } from "../../library/runbook";
import { pipelineVersion } from "../../pipeline/adapter";
import { readIndexFile, removeDrafts, writeIndexFile } from "../file/adapter";
import { decodeIndex, encodeIndex, snapshot } from "../index-file";
import { emptyIndex, isWorn, removeRunbook, replaceRunbook, type SearchIndex } from "../search-index";
import type { SearchThreads } from "../threads/adapter";

/** The index as it is now, and how many runbooks it still has to take in. */
export type Live = { index: SearchIndex; missing: number };

type State = {
  index: SearchIndex;
  /** The library that the index is of; null before the first, and when the index was exchanged. */
  library: Library | null;
  work: Promise<void> | null;
  missing: number;
  /** Changes of the index that are in its file. */
  saved: number;
  opened: Promise<void> | null;
};

// On globalThis, because Next loads this module more than once in a process.
const shared = globalThis as typeof globalThis & { bitacoraSearch?: State; bitacoraSearchThreads?: SearchThreads };
const state = (): State => {
  shared.bitacoraSearch ??= { index: emptyIndex(), library: null, work: null, missing: 0, saved: 0, opened: null };
  return shared.bitacoraSearch;
};

/** Has large libraries searched on these threads from now on; to be said before the index is opened. */
export function searchOn(threads: SearchThreads): void {
  shared.bitacoraSearchThreads = threads;
}

/** The threads that search beside the one that answers requests. */
export const threadsBeside = (): SearchThreads | undefined => shared.bitacoraSearchThreads;

/** With so many runbooks to take in a search waits for them; with more it answers from those that are there. */
const mostAwaited = 256;
/** Milliseconds of work between two looks at what else there is to do. */
const sliceMs = 8;
/** Libraries that come while one is taken in: after so many the search answers. */
const mostRounds = 3;
const sayEveryMs = 5_000;
const madeBy = `pipeline ${pipelineVersion}`;
const fileOf = () => dataPath("cache", "search", "index");

/** The index of the library as it is now. A change costs what the runbooks that changed cost, not what there are. */
export async function liveIndex(): Promise<Live> {
  const current = state();
  await current.opened;
  for (let round = 0; round < mostRounds; round += 1) {
    const now = await library();
    if (current.library === now) break;
    current.work ??= takeIn(current, now).finally(() => {
      current.work = null;
    });
    if (current.missing > mostAwaited) break;
    await current.work;
  }
  return { index: current.index, missing: current.missing };
}

type Difference = { away: string[]; changed: ReadableRunbook[] };

/** What a runbook's sections depend on. */
const versionOf = ({ format, blob }: ReadableRunbook) => `${format} ${blob}`;

function differenceOf({ sections }: SearchIndex, { runbooks }: Library): Difference {
  // What a library that is still being read does not have yet may be in the saved index all the same.
  const away = libraryProgress() ? [] : [...sections.byPath.keys()].filter((path) => !runbooks.get(path)?.outline);
  const changed = [...runbooks.values()].filter(isReadable).filter((runbook) => {
    const number = sections.byPath.get(runbook.path);
    return number === undefined || sections.runbooks[number]?.version !== versionOf(runbook);
  });
  return { away, changed };
}

async function takeIn(current: State, now: Library): Promise<void> {
  const { index } = current;
  const { away, changed } = differenceOf(index, now);
  current.missing = changed.length;
  for (const path of away) {
    removeRunbook(index, path);
    threadsBeside()?.remove(path);
  }
  const progress = progressOf(changed.length);
  let began = performance.now();
  for (const runbook of changed) {
    const { path, frontMatter } = runbook.outline;
    const { service, title } = frontMatter;
    const sections = await sectionsOf(runbook).catch((error: unknown) => {
      log.error("the sections of a runbook cannot be read", { path, error });
      return [];
    });
    const entry = { path, service, title, version: versionOf(runbook) };
    replaceRunbook(index, entry, sections);
    threadsBeside()?.put(entry, sections);
    current.missing -= 1;
    if (performance.now() - began < sliceMs) continue;
    progress(current.missing);
    await nextTurn();
    began = performance.now();
  }
  if (current.index === index) current.library = now;
}

/** Says now and then how far a large library is. */
function progressOf(total: number): (missing: number) => void {
  let said = performance.now();
  return (missing) => {
    if (performance.now() - said < sayEveryMs) return;
    said = performance.now();
    log.info("runbooks are being taken into the search index", { done: total - missing, total });
  };
}

/** Reads the index as it was saved, so that only runbooks that changed since then are read. */
export function openIndex(): Promise<void> {
  const current = state();
  current.opened ??= load(current).catch((error: unknown) =>
    log.warn("the saved search index cannot be read: it is built anew", { error }),
  );
  return current.opened;
}

async function load(current: State): Promise<void> {
  const began = performance.now();
  await removeDrafts(fileOf());
  const file = await readIndexFile(fileOf());
  if (file.kind === "damaged") log.warn("the saved search index is damaged: it is built anew");
  if (file.kind !== "whole") return;
  const index = decodeIndex(file.bytes, madeBy);
  if (current.work) return; // the next save exchanges it
  if (!index) return log.info("the saved search index is of another version: it is built anew");
  Object.assign(current, { index, library: null, saved: index.changes });
  threadsBeside()?.open(file.bytes, madeBy);
  log.info("search index read", {
    runbooks: index.sections.byPath.size,
    sections: index.alive,
    bytes: file.bytes.byteLength,
    ms: Math.round(performance.now() - began),
  });
}

/** How many changes of the index are not in its file, and whether more are coming: while a large library is read, all the time. */
export const unsaved = (): { changes: number; busy: boolean } => {
  const { index, saved, work } = state();
  return { changes: index.changes - saved, busy: work !== null || libraryProgress() !== null };
};

/** Saves the index, in slices between requests; one that has grown loose is then exchanged for its packed self. */
export async function saveIndex(): Promise<void> {
  const current = state();
  const { index } = current;
  const began = performance.now();
  const taken = snapshot(index);
  const bytes = await writeIndexFile(fileOf(), encodeIndex(taken, madeBy));
  current.saved = taken.changes;
  log.info("search index saved", { sections: taken.store.alive, bytes, ms: Math.round(performance.now() - began) });
  if (isWorn(index)) await load(current);
}
