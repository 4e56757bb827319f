import type { Tx } from "@/lib/db/client";

export type Job = {
  /** Name of a task that the portal was started with. */
  task: string;
  /** What the task is called with, as JSON: keep it small, and read the rest from the database when it runs. */
  payload: object;
  /** One waiting job per key: a second one replaces the first. */
  key: string;
  /** Not before this time, by the portal's clock; without it, as soon as the transaction is committed. */
  at?: Date;
};

/**
 * Puts a job into the queue in the caller's transaction: it exists exactly if what it belongs to does. It is run by one of the
 * instances, once; when that fails, again with growing pauses. So a task decides on what it reads when it runs, and doing it
 * twice is doing it once.
 */
export async function enqueue(tx: Tx, { task, payload, key, at }: Job): Promise<void> {
  const json = JSON.stringify(payload);
  const runAt = at?.toISOString() ?? null;
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(${task}::text, payload := ${json}::json, job_key := ${key}::text,
      run_at := ${runAt}::timestamptz)`;
}

/** Takes a waiting job out of the queue in the caller's transaction. One that is running already runs to its end. */
export async function dequeue(tx: Tx, key: string): Promise<void> {
  await tx.$executeRaw`SELECT graphile_worker.remove_job(${key}::text)`;
}
