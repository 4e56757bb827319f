import pg from "pg";
import { afterEach, describe, expect, onTestFinished, vi } from "vitest";
import { system } from "@/lib/auth/actor";
import { type Db, transaction } from "@/lib/db/client";
import { test } from "@/test/database";
import { dequeue, enqueue } from "./queue";
import { jobRunner, type Outcome, type Task } from "./runner";

type Payload = { n: number };

/** Runs jobs of `tasks` on the database until the test ends, as one instance of the portal would. */
function instance(db: Db, url: string, tasks: Record<string, Task>, count?: (task: string, outcome: Outcome) => void) {
  const context = () => ({ db, actor: system, now: () => new Date(), source: "system", locale: "es" }) as const;
  const runner = jobRunner({ tasks, context, count, pollMs: 50 });
  onTestFinished(() => runner.stop());
  runner.start(url);
  return runner;
}

/** A task that remembers what it was called with. */
function recorder() {
  const seen: number[] = [];
  const note: Task = async (_, payload) => void seen.push((payload as Payload).n);
  return { seen, note };
}

const put = (db: Db, n: number, key = `note:${n}`, at?: Date) =>
  transaction(db, (tx) => enqueue(tx, { task: "note", payload: { n }, key, at }));
const waiting = async (db: Db) => {
  const [row] = await db.$queryRaw<{ count: bigint }[]>`SELECT count(*) FROM graphile_worker.jobs`;
  return Number(row?.count);
};
const untilIdle = (db: Db) => vi.waitFor(async () => expect(await waiting(db)).toBe(0), { timeout: 10_000 });

afterEach(() => void vi.useRealTimers());

describe("the job queue", () => {
  test("runs each job once, however many instances run", async ({ db, databaseUrl }) => {
    const { seen, note } = recorder();
    for (let n = 0; n < 3; n++) instance(db, databaseUrl, { note });
    for (let n = 0; n < 40; n++) await put(db, n);
    await untilIdle(db);
    expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, n) => n));
  });

  test("keeps a job of a transaction that is rolled back out of the queue", async ({ db }) => {
    const failed = transaction(db, async (tx) => {
      await enqueue(tx, { task: "note", payload: { n: 1 }, key: "note:1" });
      throw new Error("changed my mind");
    });
    await expect(failed).rejects.toThrow("changed my mind");
    expect(await waiting(db)).toBe(0);
  });

  test("has one waiting job per key: the last one put", async ({ db, databaseUrl }) => {
    const { seen, note } = recorder();
    await put(db, 1, "same", new Date(Date.now() + 3_600_000));
    await put(db, 2, "same");
    instance(db, databaseUrl, { note });
    await untilIdle(db);
    expect(seen).toEqual([2]);
  });

  test("takes a waiting job out, and minds no key that is not there", async ({ db, databaseUrl }) => {
    const { seen, note } = recorder();
    await put(db, 1, "gone");
    await put(db, 2, "stays");
    await transaction(db, (tx) => dequeue(tx, "gone"));
    await transaction(db, (tx) => dequeue(tx, "never was"));
    instance(db, databaseUrl, { note });
    await untilIdle(db);
    expect(seen).toEqual([2]);
  });

  test("runs a job at its time by the portal's clock, also after a restart and late", async ({ db, databaseUrl }) => {
    const { seen, note } = recorder();
    const now = new Date("2026-01-15T03:00:00Z");
    vi.useFakeTimers({ toFake: ["Date"], now });
    await put(db, 1, "limit", new Date("2026-01-15T03:05:00Z"));
    await put(db, 0, "at once", now);
    const first = instance(db, databaseUrl, { note });
    await vi.waitFor(() => expect(seen).toEqual([0]));
    await first.stop();

    vi.setSystemTime(new Date("2026-01-15T03:20:00Z"));
    expect(seen).toEqual([0]);
    instance(db, databaseUrl, { note });
    await untilIdle(db);
    expect(seen).toEqual([0, 1]);
  });

  test("tries a job that fails again, later, and counts it", async ({ db, databaseUrl }) => {
    const outcomes: string[] = [];
    let calls = 0;
    const note: Task = async () => {
      calls++;
      if (calls === 1) throw new Error("not yet");
    };
    vi.spyOn(process.stderr, "write").mockReturnValue(true);
    instance(db, databaseUrl, { note }, (task, outcome) => outcomes.push(`${task} ${outcome}`));
    await put(db, 1);
    await untilIdle(db);
    expect(outcomes).toEqual(["note failed", "note done"]);
  });

  test("takes over what a process that was killed had begun", async ({ db, databaseUrl }) => {
    const { seen, note } = recorder();
    await put(db, 1);
    await onDatabase(databaseUrl, (client) =>
      client.query(`UPDATE graphile_worker._private_jobs
        SET locked_by = 'worker-killed', locked_at = now() - interval '1 minute', attempts = 1`),
    );
    instance(db, databaseUrl, { note });
    await untilIdle(db);
    expect(seen).toEqual([1]);
  });

  test("goes on after its connections were cut, and after starting anew", async ({ db, databaseUrl }) => {
    const { seen, note } = recorder();
    vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const runner = instance(db, databaseUrl, { note });
    await put(db, 1);
    await untilIdle(db);
    await onDatabase(databaseUrl, (client) =>
      client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()`),
    );
    await vi.waitFor(() => put(db, 2), { timeout: 5_000 });
    await untilIdle(db);
    runner.start(databaseUrl);
    await put(db, 3);
    await untilIdle(db);
    expect(seen).toEqual([1, 2, 3]);
  });

  test("stops in a moment while a job hangs, and gives it back", async ({ db, databaseUrl }) => {
    let begun = () => {};
    const started = new Promise<void>((resolve) => {
      begun = resolve;
    });
    vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const runner = instance(db, databaseUrl, {
      note: () => {
        begun();
        return new Promise(() => {});
      },
    });
    await put(db, 1);
    await started;
    const began = performance.now();
    await runner.stop();
    expect(performance.now() - began).toBeLessThan(1_000);
    const { seen, note } = recorder();
    instance(db, databaseUrl, { note });
    await untilIdle(db);
    expect(seen).toEqual([1]);
  });
});

async function onDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
