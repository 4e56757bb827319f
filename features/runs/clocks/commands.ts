import type { Tx } from "@/lib/db/client";
import { dequeue, enqueue } from "@/lib/jobs/queue";
import type { RunState } from "../run-state";
import { clocksOf } from "./clocks";
import { type LimitReached, limitTask } from "./limit-task";

type Timed = { id: string; title: string; startedAt: Date; within: number | null };

/** Sets the jobs for the moments at which the clocks of a run reach their limits, where `after` moved them. In the caller's transaction. */
export async function setClocks(tx: Tx, run: Timed, before: RunState | null, after: RunState): Promise<void> {
  const was = new Map((before ? clocksOf(run, before) : []).map((clock) => [clock.key, clock.dueAt.getTime()]));
  const is = clocksOf(run, after);
  for (const { key, dueAt } of is) {
    if (was.get(key) === dueAt.getTime()) continue;
    const payload: LimitReached = { runId: run.id, clock: key, dueAt: dueAt.toISOString() };
    await enqueue(tx, { task: limitTask, payload, key: jobKey(run.id, key), at: dueAt });
  }
  for (const key of was.keys()) {
    if (!is.some((clock) => clock.key === key)) await dequeue(tx, jobKey(run.id, key));
  }
}

const jobKey = (runId: string, clock: string) => `run:${runId}:${clock}`;
