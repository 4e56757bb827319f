import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { RunbookFile } from "../../content/adapter";
import type { Head } from "../packed/adapter";
import type { Reading } from "../read/adapter";

export type Batch = { root: string; files: { file: RunbookFile; known: Head | null }[] };

/** Reads files beside the thread that answers requests. */
export type Readers = {
  /** How many batches it takes at once. */
  lanes: number;
  /** @throws Error when the thread of the lane ended; the next batch gets a new one */
  read: (lane: number, batch: Batch) => Promise<Reading[]>;
  /** Ends the threads, and what they hold of memory with them. */
  close: () => void;
};

/** More threads than this read no faster than they can be told. */
const most = 6;
/** A thread that needs more than this for runbooks of at most 512 kB has lost its way, in MB. */
const maxOldGenerationSizeMb = 512;

/**
 * A thread per core, started with the first batch. They give way to the thread that answers requests (see thread/adapter.ts),
 * so that no core has to be left to it.
 * @param file where such a thread begins (start-thread.mjs)
 */
export function readerThreads(file: URL): Readers {
  const threads: (Worker | undefined)[] = [];
  const start = (lane: number) => {
    const worker = new Worker(file, {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb },
    });
    worker.unref();
    const forget = () => {
      if (threads[lane] === worker) threads[lane] = undefined;
    };
    worker.once("error", forget).once("exit", forget);
    threads[lane] = worker;
    return worker;
  };
  return {
    lanes: Math.min(availableParallelism(), most),
    read: (lane, batch) =>
      new Promise((resolve, reject) => {
        const worker = threads[lane] ?? start(lane);
        const failed = (error: Error) => reject(error);
        const ended = () => reject(new Error("a reader thread ended"));
        worker.once("error", failed).once("exit", ended);
        worker.once("message", (readings: Reading[]) => {
          worker.off("error", failed).off("exit", ended);
          resolve(readings);
        });
        worker.postMessage(batch);
      }),
    close() {
      for (const worker of threads) void worker?.terminate();
    },
  };
}
