import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { processStart } from "./process-identity";
import { sentence } from "./say";
import { StartError } from "./start-error";

const Holder = z.object({
  id: z.string(),
  pid: z.number(),
  host: z.string(),
  processStart: z.string().nullable(),
  /** The database that the holder uses, for scripts beside a running portal. */
  databaseUrl: z.string().optional(),
});
export type Holder = z.infer<typeof Holder>;

export type DataLock = {
  /** Says which database the holder uses. */
  publish: (databaseUrl: string) => Promise<void>;
  release: () => Promise<void>;
};

/** The holder touches its lock this often; on another machine nothing else tells that it lives. Milliseconds. */
const heartbeatMs = 5_000;
const lockFile = (dir: string) => path.join(dir, "portal.lock");

/**
 * Makes `dir` ours: two portals on one folder would open the same PostgreSQL cluster. The lock of a holder that died is taken over.
 * @throws StartError naming the process that holds it
 */
export async function lockDataDir(dir: string): Promise<DataLock> {
  await mkdir(dir, { recursive: true });
  const self = { id: randomUUID(), pid: process.pid, host: os.hostname(), processStart: processStart(process.pid) };
  for (let attempt = 0; !(await claim(dir, self)); attempt++) {
    const seen = await content(dir);
    const holder = await lockHolder(dir);
    if (holder || attempt > 20) {
      throw new StartError(
        sentence("dataDirInUse", { dir, pid: String(holder?.pid ?? "?"), host: holder?.host ?? "?" }),
      );
    }
    await discard(dir, seen);
  }
  const beat = setInterval(() => void utimes(lockFile(dir), new Date(), new Date()).catch(() => {}), heartbeatMs);
  beat.unref();
  return {
    publish: (databaseUrl) => replace(dir, { ...self, databaseUrl }),
    async release() {
      clearInterval(beat);
      if ((await read(dir))?.id === self.id) await rm(lockFile(dir), { force: true });
    },
  };
}

/** Who holds the folder now, if somebody living does. */
export async function lockHolder(dir: string): Promise<Holder | null> {
  const holder = (await read(dir)) ?? (await sleep(100).then(() => read(dir))); // it may be being written right now
  if (!holder) return null;
  if (holder.host === os.hostname()) return isRunning(holder) ? holder : null;
  const { mtimeMs } = await stat(lockFile(dir)).catch(() => ({ mtimeMs: 0 }));
  return Date.now() - mtimeMs < heartbeatMs * 3 ? holder : null;
}

function isRunning(holder: Holder): boolean {
  const start = processStart(holder.pid);
  return start !== null && (holder.processStart === null || start === holder.processStart);
}

async function claim(dir: string, self: Holder): Promise<boolean> {
  try {
    const file = await open(lockFile(dir), "wx", 0o600);
    await file.writeFile(JSON.stringify(self));
    await file.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw new StartError(sentence("dataDirUnusable", { dir, why: (error as Error).message }));
  }
}

/** A take-over lasts a few milliseconds; one that is older was interrupted. */
const takeOverMs = 5_000;

// One at a time takes over, and looks again before it removes: a lock that somebody living made meanwhile is never touched.
// While the dead one is there nobody can claim, so nothing can change between the look and the removal.
async function discard(dir: string, dead: string) {
  const taking = `${lockFile(dir)}.taking`;
  try {
    await mkdir(taking);
  } catch {
    const { mtimeMs } = await stat(taking).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > takeOverMs) await rm(taking, { recursive: true, force: true });
    await sleep(20);
    return;
  }
  try {
    if ((await content(dir)) === dead) await rm(lockFile(dir), { force: true });
  } finally {
    await rm(taking, { recursive: true, force: true });
  }
}

async function replace(dir: string, holder: Holder) {
  const aside = `${lockFile(dir)}.${process.pid}`;
  await writeFile(aside, JSON.stringify(holder), { mode: 0o600 });
  await rename(aside, lockFile(dir));
}

const content = (dir: string) => readFile(lockFile(dir), "utf8").catch(() => "");

async function read(dir: string): Promise<Holder | null> {
  try {
    return Holder.parse(JSON.parse(await content(dir)));
  } catch {
    return null;
  }
}
