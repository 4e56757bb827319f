import { EventEmitter } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { runTaskList, type TaskList, type WorkerPool } from "graphile-worker";
import pg from "pg";
import type { Ctx } from "@/lib/context";
import { log } from "@/lib/log";
import { workerLog } from "./worker-log";

/** Does one job. Idempotent: a job whose process died half-way is run again. */
export type Task = (ctx: Ctx, payload: unknown) => Promise<unknown>;
export type Outcome = "done" | "failed";

type Options = {
  tasks: Record<string, Task>;
  /** As whom and with which clock a task acts; asked for each job. */
  context: () => Ctx;
  /** Hears of each attempt. */
  count?: (task: string, outcome: Outcome) => void;
  /** How often the queue is looked at for what has become due. Milliseconds. */
  pollMs?: number;
};

export type JobRunner = {
  /** Begins with the jobs of this database, or begins anew when it had begun already (the database came back). */
  start: (url: string) => void;
  /** Takes no more jobs; one that is running gets a moment to finish and is otherwise given back. Final. */
  stop: () => Promise<void>;
};

/** A job under way for longer belonged to a process that died: a task is one transaction, which ends after 15 s. Milliseconds. */
const abandonedMs = 30_000;
const abandonedLookMs = 10_000;
const restartMs = 2_000;
/** What is still running at the shutdown may finish in this time. Milliseconds. */
const finishMs = 250;

/** Runs the portal's jobs: two at a time in each instance, each of them in one instance only. */
export function jobRunner(options: Options): JobRunner {
  let current: ReturnType<typeof work> | undefined;
  let restart: NodeJS.Timeout | undefined;
  let stopped = false;

  function start(url: string) {
    if (stopped || Object.keys(options.tasks).length === 0) return;
    clearTimeout(restart);
    void current?.end();
    // A worker that cannot report its job ends for good (its database went away at that moment): a new one takes its place.
    const died = () => {
      restart = setTimeout(() => start(url), restartMs).unref();
    };
    current = work(url, options, died);
  }

  return {
    start,
    async stop() {
      stopped = true;
      clearTimeout(restart);
      await current?.end();
    },
  };
}

function work(connectionString: string, { tasks, context, count, pollMs = 1_000 }: Options, died: () => void) {
  const pgPool = new pg.Pool({ connectionString, max: 4, connectionTimeoutMillis: 3_000 });
  // A connection that breaks also fails the query that is under way; without listeners it ends the process.
  pgPool.on("error", () => {});
  pgPool.on("connect", (client) => void client.on("error", () => {}));

  const taskList: TaskList = Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      async (payload: unknown) => void (await task(context(), payload)),
    ]),
  );
  const events = new EventEmitter();
  let ending: Promise<void> | undefined;
  events.on("job:success", ({ job }) => count?.(job.task_identifier, "done"));
  events.on("job:error", ({ job, error }) => {
    count?.(job.task_identifier, "failed");
    log.error("a job failed", { task: job.task_identifier, attempt: job.attempts, error });
  });
  events.on("worker:stop", () => {
    if (!ending) died();
  });

  const options = {
    schema: "graphile_worker",
    concurrency: 2,
    pollInterval: pollMs,
    // Limits are times of the portal's clock: with the database's, a job could be early and would have to wait again.
    useNodeTime: true,
    noHandleSignals: true,
    logger: workerLog,
    events,
  };
  const pool = runTaskList(options, taskList, pgPool);
  pool.promise.catch(() => {}); // told by the events
  const look = setInterval(() => void freeAbandoned(pgPool, context().now()), abandonedLookMs).unref();
  void freeAbandoned(pgPool, context().now());

  async function finish() {
    clearInterval(look);
    await stopPool(pool);
    void pgPool.end().catch(() => {});
  }
  return {
    end() {
      ending ??= finish();
      return ending;
    },
  };
}

async function stopPool(pool: WorkerPool) {
  const finished = pool.gracefulShutdown().then(() => "finished");
  const outcome = await Promise.race([finished, sleep(finishMs, "late")]);
  if (outcome === "late") await Promise.race([pool.forcefulShutdown("the portal stops"), sleep(finishMs)]);
}

/** Gives back the jobs of processes that died with them. The queue itself would do so after four hours. */
async function freeAbandoned(pgPool: pg.Pool, now: Date) {
  const before = new Date(now.getTime() - abandonedMs);
  await pgPool
    .query(
      `SELECT graphile_worker.force_unlock_workers(array_agg(DISTINCT locked_by))
       FROM graphile_worker.jobs WHERE locked_at < $1`,
      [before.toISOString()],
    )
    .catch(() => {}); // the database is away: the next look is soon
}
