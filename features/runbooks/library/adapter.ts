import { contentPath } from "@/lib/env";
import { log } from "@/lib/log";
import type { RunbookPath, SearchSection } from "../artifact";
import { catchUp, readAhead, type State } from "./catch-up/adapter";
import { type Library, libraryOf } from "./library";
import { isQuiet, watchFolders } from "./look/adapter";
import type { Readers } from "./readers/adapter";
import type { ReadableRunbook, Runbook } from "./runbook";

export type { Library } from "./library";

type Shared = State & {
  checkedAt: number;
  /** How often a fresh look was asked for, and which of these the last one has seen. */
  wanted: number;
  seen: number;
  look: Promise<void> | null;
};

const recheckAfter = 1_000;
/**
 * From here on somebody who asks has it looked at, and does not wait: while many ask, nobody ever does. A look gives way to requests at
 * every step, so that among many of them it takes a while.
 */
const lookAfter = 400;
const settleFor = 100;

// On globalThis, because Next loads this module more than once in a process.
const shared = globalThis as typeof globalThis & { bitacoraLibrary?: Shared; bitacoraReaders?: Readers };

function state(): Shared {
  const root = contentPath("runbooks");
  if (shared.bitacoraLibrary?.root !== root) {
    shared.bitacoraLibrary?.watch?.close();
    shared.bitacoraLibrary = {
      root,
      library: libraryOf([], [], 0),
      entries: new Map(),
      runbooks: new Map(),
      sight: null,
      queue: new Map(),
      taken: new Map(),
      ahead: new Map(),
      readers: shared.bitacoraReaders ?? null,
      round: null,
      watch: null,
      listeners: new Set(),
      unsaved: 0,
      saving: null,
      checkedAt: Number.NEGATIVE_INFINITY,
      wanted: 0,
      seen: 0,
      look: null,
    };
    shared.bitacoraLibrary.watch = watchFolders(heard(shared.bitacoraLibrary));
  }
  return shared.bitacoraLibrary;
}

/**
 * The runbooks as they are on disk now, at most a second old. Needs no database. A file that is refused keeps its last
 * good version and its problems; it never takes down the others. While many are being read for the first time, those that
 * have been: see `libraryProgress`, `runbookNow` and `wholeLibrary`.
 */
export async function library(): Promise<Library> {
  const current = state();
  while (current.seen < current.wanted || performance.now() - current.checkedAt >= recheckAfter) {
    await lookNow(current);
  }
  if (!current.look && performance.now() - current.checkedAt >= lookAfter)
    lookNow(current).catch((error: unknown) => log.error("library scan failed", { error }));
  return current.library;
}

function lookNow(current: Shared): Promise<void> {
  current.look ??= look(current).finally(() => {
    current.look = null;
  });
  return current.look;
}

/** The library with every file read, however long that takes. */
export async function wholeLibrary(): Promise<Library> {
  const current = state();
  await library();
  while (current.round) await current.round;
  return current.library;
}

/** One runbook; one that still waits to be read is read at once, and one that has been is there before the library shows it. */
export async function runbookNow(path: RunbookPath): Promise<Runbook | null> {
  await library();
  const current = state();
  return (await readAhead(current, path)) ?? current.runbooks.get(path) ?? null;
}

/** Runbooks that have been read, of how many; null when that is all of them. */
export type LibraryProgress = { read: number; total: number };

export function libraryProgress(): LibraryProgress | null {
  const { round, queue, taken, sight } = state();
  const left = queue.size + taken.size;
  if (!round || !sight || left === 0) return null;
  return { read: sight.files.size - left, total: sight.files.size };
}

/** Has many files read in these threads, beside the requests, from now on; to be said before anything asks for the library. */
export function readWith(readers: Readers): void {
  shared.bitacoraReaders = readers;
  if (shared.bitacoraLibrary) shared.bitacoraLibrary.readers = readers;
}

/** The runbooks as this process saw them last, without a look at the disk; only the first caller waits for one. */
export async function lastSeen(): Promise<Library> {
  const { library: seen } = state();
  return seen.version > 0 ? seen : library();
}

/** Makes the next reader look at the disk again, as after a publication; a look that is under way does not count. */
export function invalidateLibrary(): void {
  state().wanted += 1;
}

/** The units of search of a runbook, as its served text has them. Asked for when they are needed: nobody holds those of all. */
export async function sectionsOf(runbook: ReadableRunbook): Promise<SearchSection[]> {
  return runbook.outline.sections;
}

/** Calls back after each change of the library. @returns the way to stop. */
export function onLibraryChange(listener: () => void): () => void {
  const { listeners } = state();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function look(current: Shared): Promise<void> {
  const startedAt = performance.now();
  const { wanted } = current;
  const asked = current.seen < wanted;
  if (asked || !current.sight || !(await isQuiet(current.sight))) await catchUp(current);
  current.checkedAt = startedAt;
  current.seen = wanted;
}

/** Tells listeners of a change before anybody asks; where folders cannot be watched, readers still notice by looking. */
function heard(current: Shared): () => void {
  let timer: NodeJS.Timeout | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      current.wanted += 1;
      if (shared.bitacoraLibrary === current)
        library().catch((error: unknown) => log.error("library scan failed", { error }));
    }, settleFor).unref();
  };
}
