import { mkdirSync, rmdirSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Runs `work` while no other worker runs the same: two editors of one runbook at once are a test of their own. */
export async function exclusively<T>(name: string, work: () => Promise<T>): Promise<T> {
  const lock = path.join(os.tmpdir(), `bitacora-e2e-${process.ppid}-${name}`);
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      await sleep(100);
    }
  }
  return work().finally(() => rmdirSync(lock));
}
