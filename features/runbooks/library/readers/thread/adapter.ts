// What a thread of the readers runs (../adapter.ts): one batch of files after the other.
import os from "node:os";
import { parentPort } from "node:worker_threads";
import { type Reading, readFile } from "../../read/adapter";
import type { Batch } from "../adapter";

/** Below whatever answers requests. On Linux a thread has a niceness of its own; elsewhere this would slow everything. */
const niceness = 5;

if (parentPort) {
  if (process.platform === "linux") os.setPriority(0, niceness);
  const port = parentPort;
  port.on("message", async ({ root, files }: Batch) => {
    const readings: Reading[] = [];
    for (const { file, known } of files) readings.push(await readFile(root, file, known));
    port.postMessage(readings);
  });
}
