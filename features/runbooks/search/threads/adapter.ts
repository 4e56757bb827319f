import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { log } from "@/lib/log";
import type { SearchSection } from "../../artifact";
import type { FoundBytes } from "../found-bytes";
import type { RunbookEntry } from "../search-index";
import type { Said, Told } from "./told";

/** Searches on other threads, which are told all that changes. */
export type SearchThreads = {
  /** Begins anew with an index as it was in its file. @param bytes in memory that threads share */
  open: (bytes: Uint8Array, madeBy: string) => void;
  put: (entry: RunbookEntry, sections: SearchSection[]) => void;
  remove: (path: string) => void;
  /**
   * Searches what was there when it was asked.
   * @param lines what the content's own glossary means
   * @returns null while no thread is ready; rejects when the thread that was asked ended
   */
  find: (query: string, limit: number, lines: readonly string[]) => Promise<FoundBytes> | null;
  close: () => void;
};

type Asked = { resolve: (found: FoundBytes) => void; reject: (error: Error) => void };
type Thread = { worker: Worker; ready: boolean; asked: Map<number, Asked> };

/** Below that an answer takes less than a millisecond, and other threads more memory than they are worth: some 1,000 runbooks. */
const leastBytes = 16_000_000;
/** Eight searches at a time find a place in so many. */
const mostThreads = 4;
/** What a search leaves behind is collected often, rather than kept in much memory. */
const resourceLimits = { maxYoungGenerationSizeMb: 48 };

/**
 * A thread for each processor but one, which answers requests. They are started with the first large index; while it is read, and where
 * there is one processor or a small library, whoever asks searches.
 * @param file where such a thread begins (start-thread.mjs)
 */
export function searchThreads(
  file: URL,
  { least = leastBytes, count = Math.min(availableParallelism() - 1, mostThreads) } = {},
): SearchThreads {
  let threads: Thread[] = [];
  let opening = 0;
  let lastId = 0;
  let meanings: readonly string[] = [];
  const tell = (told: Told) => {
    for (const { worker } of threads) worker.postMessage(told);
  };
  const start = (): Thread => {
    const worker = new Worker(file, { execArgv: [], resourceLimits });
    const thread: Thread = { worker, ready: false, asked: new Map() };
    const forget = (why: unknown) => {
      threads = threads.filter((one) => one !== thread);
      const error = new Error("a search thread ended", { cause: why });
      for (const { reject } of thread.asked.values()) reject(error);
      thread.asked.clear();
    };
    worker.on("message", (said: Said) => {
      if (said.kind === "opened") thread.ready = said.opening === opening;
      else settle(thread, said);
    });
    worker.once("error", (error) => {
      log.error("a search thread failed: searches take their turn with the requests until the next start", { error });
      forget(error);
    });
    worker.once("exit", forget);
    worker.unref();
    return thread;
  };
  return {
    open(bytes, madeBy) {
      if (bytes.byteLength < least && threads.length === 0) return;
      opening += 1;
      if (opening === 1) threads = Array.from({ length: Math.max(0, count) }, start);
      for (const thread of threads) thread.ready = false;
      tell({ kind: "open", opening, bytes, madeBy });
    },
    put: (entry, sections) => tell({ kind: "put", entry, sections }),
    remove: (path) => tell({ kind: "remove", path }),
    find(query, limit, lines) {
      const thread = leastBusy(threads);
      if (!thread) return null;
      if (lines !== meanings) {
        meanings = lines;
        tell({ kind: "meanings", lines });
      }
      return new Promise((resolve, reject) => {
        lastId += 1;
        thread.asked.set(lastId, { resolve, reject });
        thread.worker.postMessage({ kind: "find", id: lastId, query, limit } satisfies Told);
      });
    },
    close() {
      for (const { worker } of threads) void worker.terminate();
    },
  };
}

function leastBusy(threads: Thread[]): Thread | undefined {
  let best: Thread | undefined;
  for (const one of threads)
    if (one.ready && one.asked.size < (best?.asked.size ?? Number.POSITIVE_INFINITY)) best = one;
  return best;
}

function settle({ asked }: Thread, said: Exclude<Said, { kind: "opened" }>): void {
  const waiting = asked.get(said.id);
  asked.delete(said.id);
  if (said.kind === "found") waiting?.resolve(said.found);
  else waiting?.reject(new Error(said.why));
}
