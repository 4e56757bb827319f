import { expect, vi } from "vitest";
import { reachStability } from "@/features/incidents/stability/commands";
import { stableTask } from "@/features/incidents/stability/stable-task";
import { reachUpdateDue } from "@/features/incidents/updates/due/commands";
import { updateDueTask } from "@/features/incidents/updates/due/update-due-task";
import { checkLinks, linkCheckTask } from "@/features/runbooks/link-check/commands";
import { externalLinksSource } from "@/features/runbooks/link-check/queries";
import { refreshTask, refreshWorklist } from "@/features/runbooks/worklist/refresh/commands";
import { remindersTask, remindOwners } from "@/features/runbooks/worklist/reminders/commands";
import { limitTask } from "@/features/runs/clocks/limit-task";
import { reachLimit } from "@/features/runs/limits/commands";
import { system } from "@/lib/auth/actor";
import type { Db } from "@/lib/db/client";
import { jobRunner } from "@/lib/jobs/runner";

type Portal = { db: Db; databaseUrl: string; clock: { now: Date } };

const tasks = {
  [limitTask]: reachLimit,
  [stableTask]: reachStability,
  [updateDueTask]: reachUpdateDue,
  [refreshTask]: refreshWorklist([externalLinksSource]),
  [linkCheckTask]: checkLinks,
  [remindersTask]: remindOwners,
};

/** Runs the jobs that are due by the test's clock as two instances of the portal would, until none of them is left. */
export async function runDueJobs({ db, databaseUrl, clock }: Portal): Promise<void> {
  // The queue looks at the clock of the process; only the date is the test's, timers go on.
  vi.useFakeTimers({ toFake: ["Date"], now: clock.now });
  const context = () => ({ db, actor: system, now: () => clock.now, source: "system", locale: "es" }) as const;
  const runners = [1, 2].map(() => jobRunner({ tasks, context, pollMs: 30 }));
  try {
    for (const runner of runners) runner.start(databaseUrl);
    await vi.waitFor(async () => expect(await dueJobs(db, clock.now)).toBe(0), { timeout: 10_000 });
  } finally {
    await Promise.all(runners.map((runner) => runner.stop()));
    vi.useRealTimers();
  }
}

async function dueJobs(db: Db, now: Date): Promise<number> {
  const [row] = await db.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM graphile_worker.jobs WHERE run_at <= ${now.toISOString()}::timestamptz`;
  return Number(row?.count);
}
