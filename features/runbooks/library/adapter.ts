import { type FSWatcher, watch } from "node:fs";
import { contentPath } from "@/lib/env";
import { log } from "@/lib/log";
import type { Problem, SearchSection } from "../artifact";
import { blobHash, listRunbookFiles, type RunbookFile, readRunbookFile } from "../content/adapter";
import { outlineRunbook } from "../pipeline/adapter";
import { crossCheck, redirectsOf } from "./cross-check";
import { keepLastGood, readLastGood } from "./last-good/adapter";
import { isReadable, type ReadableRunbook, type Runbook } from "./runbook";

/** The library at one moment; a change makes a new one, so that two equal references mean that nothing changed. */
export type Library = {
  runbooks: ReadonlyMap<string, Runbook>;
  redirects: ReadonlyMap<string, string>;
  /** Of files that are no runbook and of links between runbooks; those of one runbook are with it. Found when first asked for. */
  problems: () => Problem[];
  /** Counts up with every change seen by this process. */
  version: number;
};

type Held = { version: string; runbook: Runbook };
type State = {
  library: Library;
  held: Map<string, Held>;
  signature: string;
  root: string;
  checkedAt: number;
  /** How often a fresh look was asked for, and which of these the last scan has seen. */
  wanted: number;
  seen: number;
  scan: Promise<void> | null;
  watcher: FSWatcher | null;
  listeners: Set<() => void>;
};

const recheckAfter = 1_000;
const settleFor = 100;

// On globalThis, because Next loads this module more than once in a process.
const shared = globalThis as typeof globalThis & { bitacoraLibrary?: State };

function state(): State {
  const root = contentPath("runbooks");
  if (shared.bitacoraLibrary?.root !== root) {
    shared.bitacoraLibrary?.watcher?.close();
    const library = { runbooks: new Map(), redirects: new Map(), problems: () => [], version: 0 };
    shared.bitacoraLibrary = {
      library,
      held: new Map(),
      signature: "",
      root,
      checkedAt: Number.NEGATIVE_INFINITY,
      wanted: 0,
      seen: 0,
      scan: null,
      watcher: null,
      listeners: new Set(),
    };
  }
  return shared.bitacoraLibrary;
}

/**
 * The runbooks as they are on disk now, at most a second old. Needs no database. A file that is refused keeps its last
 * good version and its problems; it never takes down the others.
 */
export async function library(): Promise<Library> {
  const current = state();
  watchFolder(current);
  while (current.seen < current.wanted || performance.now() - current.checkedAt >= recheckAfter) {
    current.scan ??= scan(current).finally(() => {
      current.scan = null;
    });
    await current.scan;
  }
  return current.library;
}

/** The runbooks as this process saw them last, without a look at the disk; only the first caller waits for one. */
export async function lastSeen(): Promise<Library> {
  const { library: seen } = state();
  return seen.version > 0 ? seen : library();
}

/** Makes the next reader look at the disk again, as after a publication; a scan that is under way does not count. */
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

async function scan(current: State): Promise<void> {
  const startedAt = performance.now();
  const { wanted } = current;
  const listing = listRunbookFiles(current.root);
  const signature = JSON.stringify([listing.files.map((file) => [file.absolute, file.version]), listing.problems]);
  if (signature !== current.signature) {
    const held = new Map<string, Held>();
    for (const file of listing.files) held.set(file.path, await load(current, file));
    current.held = held;
    current.signature = signature;
    publish(current, listing.problems);
  }
  current.checkedAt = startedAt;
  current.seen = wanted;
}

// Far quicker than `localeCompare`, and in the same order.
const inOrder = new Intl.Collator();

function once<T>(find: () => T): () => T {
  let found: { value: T } | null = null;
  return () => {
    found ??= { value: find() };
    return found.value;
  };
}

function publish(current: State, listingProblems: Problem[]): void {
  const sorted = [...current.held.values()]
    .map((entry) => entry.runbook)
    .toSorted((a, b) => inOrder.compare(a.path, b.path));
  const outlines = sorted.filter(isReadable).map((runbook) => ({ file: runbook.file, outline: runbook.outline }));
  current.library = {
    runbooks: new Map(sorted.map((runbook) => [runbook.path, runbook])),
    redirects: redirectsOf(outlines.map((entry) => entry.outline)),
    problems: once(() => [...listingProblems, ...crossCheck(outlines)]),
    version: current.library.version + 1,
  };
  for (const listener of current.listeners) {
    try {
      listener();
    } catch (error) {
      log.error("library listener failed", { error });
    }
  }
}

async function load(current: State, file: RunbookFile): Promise<Held> {
  const known = current.held.get(file.path);
  if (known && known.version === file.version && known.runbook.format === file.format) return known;
  const service = file.path.split("/")[0] ?? "";
  const identity = { path: file.path, service, format: file.format, file: `${file.path}.${file.format}` };
  const read = readRunbookFile(current.root, file.absolute, identity.file);
  const fresh =
    "source" in read
      ? await outlineRunbook({ ...identity, source: read.source })
      : { outline: null, problems: [read.problem] };
  if ("source" in read && fresh.outline) {
    await keepLastGood({ path: file.path, format: file.format, source: read.source });
    const { outline, problems } = fresh;
    return {
      version: file.version,
      runbook: { ...identity, source: read.source, blob: blobHash(read.source), outline, problems, stale: false },
    };
  }
  return { version: file.version, runbook: await lastGood(identity, fresh.problems) };
}

/** What is served of a file that was refused: the version that last passed, if there ever was one. */
async function lastGood(
  identity: Pick<Runbook, "path" | "service" | "format" | "file">,
  problems: Problem[],
): Promise<Runbook> {
  const kept = await readLastGood(identity.path);
  const outline = kept ? (await outlineRunbook({ ...identity, ...kept })).outline : null;
  if (!kept || !outline) return { ...identity, source: null, blob: null, outline: null, problems, stale: false };
  return {
    ...identity,
    format: kept.format,
    source: kept.source,
    blob: blobHash(kept.source),
    outline,
    problems,
    stale: true,
  };
}

/** Tells listeners of a change before anybody asks; where folders cannot be watched, readers still notice within a second. */
function watchFolder(current: State): void {
  if (current.watcher) return;
  try {
    let timer: NodeJS.Timeout | undefined;
    const changed = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        current.wanted += 1;
        if (shared.bitacoraLibrary === current)
          library().catch((error: unknown) => log.error("library scan failed", { error }));
      }, settleFor).unref();
    };
    current.watcher = watch(current.root, { recursive: true, persistent: false }, changed);
    current.watcher.on("error", () => {
      current.watcher?.close();
    });
  } catch {
    current.watcher = null;
  }
}
