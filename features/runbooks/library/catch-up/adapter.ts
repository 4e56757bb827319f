import { log } from "@/lib/log";
import type { Problem, RunbookPath } from "../../artifact";
import type { RunbookFile } from "../../content/adapter";
import { type Library, libraryOf } from "../library";
import { lookAtAll, type Sight, type Watch } from "../look/adapter";
import { type Entry, readManifest, writeManifest } from "../manifest/adapter";
import { keptRunbook } from "../packed/adapter";
import { type Reading, readFile } from "../read/adapter";
import type { Readers } from "../readers/adapter";
import type { Runbook } from "../runbook";

/** What a process knows of the folder of runbooks. */
export type State = {
  root: string;
  library: Library;
  entries: Map<RunbookPath, Entry>;
  runbooks: Map<RunbookPath, Runbook>;
  sight: Sight | null;
  /** Files to read, and those that a thread is reading. */
  queue: Map<RunbookPath, RunbookFile>;
  taken: Map<RunbookPath, RunbookFile>;
  /** Reads that somebody waits for, ahead of the queue. */
  ahead: Map<RunbookPath, Promise<void>>;
  /** Where there are any, many files are read beside the requests, and the library is what has been read so far. */
  readers: Readers | null;
  round: Promise<void> | null;
  watch: Watch | null;
  listeners: Set<() => void>;
  /** Entries that the manifest does not have yet. */
  unsaved: number;
  saving: NodeJS.Timeout | null;
};

/** Files that are read at once, in this thread: starting others takes as long. */
const few = 100;
/** Files that a thread gets at a time. */
const batchSize = 12;
const publishEveryMs = 1_000;
/** Reads of what may have changed within a tick, for each look. */
const recheckedAtOnce = 64;
/** Few changes are as quickly read again as a manifest of 40 MB is written. */
const saveAfterMs = { many: 3_000, few: 60_000 };

/** Looks at the folder and reads what changed: at once, or, when it is much and there are readers, beside the requests. */
export async function catchUp(state: State): Promise<void> {
  const { root, sight: before } = state;
  if (!before) await open(state);
  const sight = await lookAtAll(root, before);
  state.sight = sight;
  state.watch?.cover(sight.folders);
  let changed = !before || JSON.stringify(before.problems) !== JSON.stringify(sight.problems);
  for (const path of state.entries.keys()) {
    if (sight.files.has(path)) continue;
    state.entries.delete(path);
    state.runbooks.delete(path);
    state.unsaved += 1;
    changed = true;
  }
  enqueue(state, sight);
  const { readers } = state;
  if (readers && !state.round && state.queue.size > few) {
    state.round = readBeside(state, readers)
      .catch((error: unknown) => log.error("the library was not read to its end", { error }))
      .finally(() => {
        state.round = null;
      });
  }
  if (!state.round) {
    for (const [path, file] of state.queue) {
      state.queue.delete(path);
      const reading = await readFile(root, file, state.entries.get(path)?.kept.head ?? null);
      changed = take(state, file, reading) || changed;
    }
  }
  if (changed) publish(state);
}

async function open(state: State): Promise<void> {
  for (const [path, entry] of await readManifest(state.root)) {
    state.entries.set(path, entry);
    state.runbooks.set(path, keptRunbook(entry.kept));
  }
}

function enqueue({ entries, queue, taken }: State, { files }: Sight): void {
  for (const path of queue.keys()) if (!files.has(path)) queue.delete(path);
  let rechecked = 0;
  for (const file of files.values()) {
    const entry = entries.get(file.path);
    const same = entry?.stamp.version === file.version && entry.kept.head.file === `${file.path}.${file.format}`;
    if (same && entry.stamp.settled) continue;
    if (same) {
      rechecked += 1;
      if (rechecked > recheckedAtOnce) continue;
    }
    if (taken.get(file.path)?.version !== file.version) queue.set(file.path, file);
  }
}

/** Puts what was read in its place. @returns whether the runbook is another now */
function take(state: State, { path }: RunbookFile, { stamp, kept }: Reading): boolean {
  const known = state.entries.get(path);
  // It went away, or somebody who could not wait has read a later version.
  if (!state.sight?.files.has(path) || (known && known.stamp.changedAt > stamp.changedAt)) return false;
  if (kept === "same") {
    if (known && (known.stamp.version !== stamp.version || known.stamp.settled !== stamp.settled)) state.unsaved += 1;
    if (known) state.entries.set(path, { stamp, kept: known.kept });
    return false;
  }
  state.entries.set(path, { stamp, kept });
  state.runbooks.set(path, keptRunbook(kept));
  state.unsaved += 1;
  return true;
}

/** Reads the queue to its end in the readers' threads, and shows every second how far they are. */
async function readBeside(state: State, readers: Readers): Promise<void> {
  let published = performance.now();
  const lane = async (number: number) => {
    while (state.queue.size > 0) {
      const files = [...state.queue.values()].slice(0, batchSize);
      for (const file of files) {
        state.queue.delete(file.path);
        state.taken.set(file.path, file);
      }
      const readings = await readBatch(state, readers, number, files);
      for (const [at, file] of files.entries()) {
        const reading = readings[at];
        if (state.taken.get(file.path) === file) state.taken.delete(file.path);
        if (reading) take(state, file, reading);
      }
      if (performance.now() - published < publishEveryMs) continue;
      published = performance.now();
      publish(state);
    }
  };
  await Promise.all(Array.from({ length: readers.lanes }, (_, number) => lane(number)));
  readers.close();
  publish(state);
  await save(state);
}

async function readBatch(
  state: State,
  readers: Readers,
  lane: number,
  files: RunbookFile[],
): Promise<(Reading | null)[]> {
  const batch = files.map((file) => ({ file, known: state.entries.get(file.path)?.kept.head ?? null }));
  try {
    return await readers.read(lane, { root: state.root, files: batch });
  } catch (error) {
    log.warn("runbooks are read without the help of a thread", { error });
  }
  const readings: (Reading | null)[] = [];
  for (const { file, known } of batch) {
    readings.push(
      await readFile(state.root, file, known).catch((error: unknown) => {
        log.error("a runbook cannot be read", { error, path: file.path });
        return null;
      }),
    );
  }
  return readings;
}

/** Reads a runbook at once when it waits in the queue or at a thread. @returns null when it does not */
export async function readAhead(state: State, path: RunbookPath): Promise<Runbook | null> {
  const file = state.queue.get(path) ?? state.taken.get(path);
  if (!file) return null;
  const read = async () => {
    state.queue.delete(path);
    take(state, file, await readFile(state.root, file, state.entries.get(path)?.kept.head ?? null));
  };
  const reading = state.ahead.get(path) ?? read().finally(() => state.ahead.delete(path));
  state.ahead.set(path, reading);
  await reading;
  return state.runbooks.get(path) ?? null;
}

function publish(state: State): void {
  const { library, sight, runbooks } = state;
  const shown = (sight?.order ?? []).flatMap((path) => runbooks.get(path) ?? []);
  const problems: Problem[] = sight?.problems ?? [];
  state.library = libraryOf(shown, problems, library.version + 1);
  for (const listener of state.listeners) {
    try {
      listener();
    } catch (error) {
      log.error("library listener failed", { error });
    }
  }
  saveLater(state);
}

function saveLater(state: State): void {
  if (state.saving || state.round || state.unsaved === 0 || state.entries.size < few) return;
  const wait = state.unsaved > few ? saveAfterMs.many : saveAfterMs.few;
  state.saving = setTimeout(() => void save(state), wait).unref();
}

async function save(state: State): Promise<void> {
  if (state.saving) clearTimeout(state.saving);
  state.saving = null;
  state.unsaved = 0;
  await writeManifest(state.root, state.entries.values());
}
