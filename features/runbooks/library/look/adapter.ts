import { type FSWatcher, watch } from "node:fs";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Problem, RunbookPath } from "../../artifact";
import { type Folder, lookAround, type RunbookFile, versionOf } from "../../content/adapter";
import { tickMs } from "../read/adapter";

/** The folder of runbooks as it was at one moment. */
export type Sight = {
  files: Map<RunbookPath, RunbookFile>;
  /** The paths as lists show them. */
  order: RunbookPath[];
  folders: Folder[];
  problems: Problem[];
  /** A folder that had changed only a moment before may have changed again without a trace: look again. */
  settled: boolean;
  /** Where the next glance goes on. */
  next: number;
};

/** Files that a glance looks at: all of a library of some size, and of a large one all of them within ten glances. */
const glanced = 1_000;
/** Milliseconds of looking between two looks at what else there is to do. */
const sliceMs = 1;

// Far quicker than `localeCompare`, and in the same order.
const collator = new Intl.Collator();

/** Looks at every file, in some 6 µs each, with breaks. @param before what was seen last: its order serves again while no path came or went */
export async function lookAtAll(root: string, before: Sight | null): Promise<Sight> {
  const { files: found, folders, problems } = await lookAround(root);
  const files = new Map(found.map((file) => [file.path, file]));
  const settled = folders.every(({ changedAt }) => Date.now() - changedAt > tickMs);
  const same = before?.files.size === files.size && before.order.every((path) => files.has(path));
  const order = same ? before.order : [...files.keys()].sort(collator.compare);
  return { files, order, folders, problems, settled, next: 0 };
}

/**
 * Whether nothing seems to have changed: every folder, which shows what was added, removed or replaced (as git, `sed -i` and
 * most editors write), and a share of the files, for what was written in place while nobody was told. With breaks, so that no
 * request waits for all of it.
 */
export async function isQuiet(sight: Sight): Promise<boolean> {
  if (!sight.settled || sight.folders.length === 0) return false;
  const { files, order, folders, next } = sight;
  const until = Math.min(next + glanced, order.length);
  sight.next = until < order.length ? until : 0;
  let began = performance.now();
  for (let at = next - folders.length; at < until; at += 1) {
    const one = at < next ? folders[at - next + folders.length] : files.get(order[at] as RunbookPath);
    if (one && versionOf(one.absolute)?.version !== one.version) return false;
    if (performance.now() - began < sliceMs) continue;
    await nextTurn();
    began = performance.now();
  }
  return true;
}

/** Watches the folder and those of its services. */
export type Watch = { cover: (folders: Folder[]) => void; close: () => void };

/**
 * Calls back soon after something in one of the folders changed. Not `recursive`, which opens a watch for each file; where
 * folders cannot be watched, looking is all there is.
 */
export function watchFolders(changed: () => void): Watch {
  const watchers = new Map<string, FSWatcher>();
  const drop = (absolute: string) => {
    watchers.get(absolute)?.close();
    watchers.delete(absolute);
  };
  return {
    cover(folders) {
      const wanted = new Set(folders.map(({ absolute }) => absolute));
      for (const absolute of [...watchers.keys()]) if (!wanted.has(absolute)) drop(absolute);
      for (const absolute of wanted) {
        if (watchers.has(absolute)) continue;
        try {
          const watcher = watch(absolute, { persistent: false }, changed);
          watcher.on("error", () => drop(absolute));
          watchers.set(absolute, watcher);
        } catch {
          return;
        }
      }
    },
    close() {
      for (const absolute of [...watchers.keys()]) drop(absolute);
    },
  };
}
