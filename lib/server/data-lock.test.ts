import { mkdtemp, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { test as base, expect } from "vitest";
import { lockDataDir, lockHolder } from "./data-lock";
import { processStart } from "./process-identity";

const test = base.extend<{ dir: string }>({
  dir: async ({ task: _ }, use) => {
    const dir = await mkdtemp(path.join(os.tmpdir(), "bitacora-lock-"));
    await use(dir);
    await rm(dir, { recursive: true });
  },
});

const holder = (over: object) =>
  JSON.stringify({ id: "x", pid: process.pid, host: os.hostname(), processStart: processStart(process.pid), ...over });
const leaveLock = (dir: string, over: object) => writeFile(path.join(dir, "portal.lock"), holder(over));

test("a second portal on the same folder is told who holds it", async ({ dir }) => {
  const lock = await lockDataDir(dir);
  await expect(lockDataDir(dir)).rejects.toThrow(new RegExp(`${process.pid}.*${dir}`));
  await lock.release();
  await (await lockDataDir(dir)).release();
});

test("the lock of a process that died is taken over", async ({ dir }) => {
  await leaveLock(dir, { pid: 2 ** 22 - 1, processStart: "1" });
  await (await lockDataDir(dir)).release();
});

test("the lock of a dead process whose number another one has now is taken over", async ({ dir }) => {
  await leaveLock(dir, { processStart: "long before" });
  await (await lockDataDir(dir)).release();
});

test("a lock that was cut off while being written is taken over", async ({ dir }) => {
  await writeFile(path.join(dir, "portal.lock"), '{"pid":');
  await (await lockDataDir(dir)).release();
});

test("the lock of another machine counts while it is being touched", async ({ dir }) => {
  await leaveLock(dir, { host: "elsewhere" });
  await expect(lockDataDir(dir)).rejects.toThrow(/elsewhere/);
  const aMinuteAgo = new Date(Date.now() - 60_000);
  await utimes(path.join(dir, "portal.lock"), aMinuteAgo, aMinuteAgo);
  await (await lockDataDir(dir)).release();
});

test("of several that start at once on a dead lock, one gets it", async ({ dir }) => {
  for (let round = 1; round <= 30; round++) {
    await leaveLock(dir, { pid: 2 ** 22 - 1 });
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => lockDataDir(dir)));
    const taken = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
    expect(taken, `round ${round}`).toHaveLength(1);
    await taken[0]?.release();
  }
});

test("the holder tells scripts its database, and nobody else can read that", async ({ dir }) => {
  const lock = await lockDataDir(dir);
  await lock.publish("postgresql://postgres:secret@127.0.0.1:5/postgres");
  expect((await lockHolder(dir))?.databaseUrl).toContain(":5/");
  expect((await stat(path.join(dir, "portal.lock"))).mode & 0o077).toBe(0);
  await lock.release();
  await expect(readFile(path.join(dir, "portal.lock"))).rejects.toThrow(/ENOENT/);
});
