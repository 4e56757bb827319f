import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { type Tx, transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { enqueue } from "@/lib/jobs/queue";
import { secondsBetween } from "../budget";
import { clockWords } from "../clocks/clock-words";
import { clocksOf, type RunClock, withMore } from "../clocks/clocks";
import { LimitReached, limitTask } from "../clocks/limit-task";
import { type LoadedRun, loadRun, lockRun } from "../lock/queries";
import { runPolicy } from "../policy";
import { viewOf } from "../queries";
import { isRepeated, recordRunEvent, writing } from "../record/commands";
import type { ChangedRun } from "../schema";
import { checkOpen } from "../steps/commands";
import type { ExtendLimit } from "./schema";

/**
 * Gives a clock more time. Counted from its limit, or from now when that has passed; the new limit is on the record.
 * @throws `not_found` for a clock that is not running; `stale_version` when somebody else moved its limit meanwhile;
 *   `run_ended`, `incident_closed`, `id_reused`
 */
export async function extendLimit(ctx: Ctx, input: ExtendLimit): Promise<ChangedRun> {
  authorize(runPolicy, "act", ctx.actor, undefined);
  const { runId, seconds } = input;
  const repeated = await writing(ctx, input.id, async (tx) => {
    const run = await lockRun(tx, runId);
    if (await isRepeated(tx, runId, input.id)) return true;
    checkOpen(run);
    if (run.state.status !== "active") throw new AppError("run_ended", { status: run.state.status });
    const clock = clockOf(run, input.clock);
    if (!clock) throw new AppError("not_found", { clock: input.clock });
    if (clock.dueAt.getTime() !== input.dueAt.getTime()) {
      throw new AppError("stale_version", { clock: input.clock, dueAt: clock.dueAt.toISOString() });
    }
    const after = withMore(run.state, clock, seconds, ctx.now());
    const { limit, dueAt } = clocksOf(run.record, after).find(({ key }) => key === clock.key) ?? clock;
    const { kind, title, stepId } = clock;
    const data = { event: "run-limit-extended", clock: kind, title, seconds, limit, dueAt: dueAt.toISOString() };
    const body = clockWords(ctx.locale).extended({ kind, title, limit }, seconds);
    await recordRunEvent(tx, ctx, run, after, {
      id: input.id,
      event: "extend",
      stepId: stepId ?? undefined,
      data: { ...data, clock: clock.key },
      entries: [{ kind: "step", body, data }],
    });
    return false;
  });
  return { run: await viewOf(ctx, await loadRun(ctx.db, runId)), repeated };
}

/**
 * Records that a clock reached its limit, once: on the run and on the timeline, at the time it was due, with how late that is
 * being recorded. Nothing is left to record when the step was finished, the run ended, or the limit was moved.
 */
export async function reachLimit(ctx: Ctx, payload: unknown): Promise<void> {
  const { runId, clock: key, dueAt } = LimitReached.parse(payload);
  await transaction(ctx.db, async (tx) => {
    const run = await lockRun(tx, runId);
    const clock = clockOf(run, key);
    if (!clock || clock.dueAt.toISOString() !== dueAt || run.record.incident?.status === "closed") return;
    if (await isReached(tx, runId, clock)) return;
    // This instance's clock is behind the one that set the job.
    if (ctx.now() < clock.dueAt) {
      await enqueue(tx, {
        task: limitTask,
        payload: { runId, clock: key, dueAt },
        key: `run:${runId}:${key}`,
        at: clock.dueAt,
      });
      return;
    }
    await recordRunEvent(tx, ctx, run, run.state, reached(ctx, clock));
  });
}

function reached(ctx: Ctx, clock: RunClock) {
  const { kind, title, stepId, limit, dueAt } = clock;
  const late = secondsBetween(dueAt, ctx.now());
  const data = { event: "run-limit", clock: kind, title, limit, dueAt: dueAt.toISOString(), late };
  const body = clockWords(ctx.locale).reached(clock, late);
  return {
    event: "limit",
    stepId: stepId ?? undefined,
    data: { ...data, clock: clock.key, firedAt: ctx.now().toISOString() },
    entries: [
      { kind: kind === "escalation" ? ("escalation" as const) : ("step" as const), body, data, happenedAt: dueAt },
    ],
  };
}

const clockOf = ({ record, state }: LoadedRun, key: string) =>
  clocksOf(record, state).find((clock) => clock.key === key);

async function isReached(tx: Tx, runId: string, clock: RunClock): Promise<boolean> {
  const events = await tx.runEvent.findMany({ where: { runId, event: "limit" }, select: { data: true } });
  const dueAt = clock.dueAt.toISOString();
  return events.some(({ data }) => {
    const told = data as { clock?: string; dueAt?: string };
    return told.clock === clock.key && told.dueAt === dueAt;
  });
}
