import { v7 } from "uuid";
import { instantOf } from "@/features/incidents/quick/zone";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { audit } from "@/lib/db/audit";
import { isUniqueViolation, type Tx, transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { dequeue, enqueue } from "@/lib/jobs/queue";
import { portalZone } from "@/lib/time-zone";
import { findProcedure } from "../pin/queries";
import { drillPolicy } from "./policy";
import { loadDrill } from "./queries";
import { type DrillView, type PauseDrill, type ScheduleDrill, type ScheduledDrill, ScheduleRef } from "./schema";
import { turnsUntil } from "./turns";

const dayMs = 86_400_000;

/**
 * Has a procedure rehearsed regularly, or changes when: a procedure has one schedule. The same id twice is one schedule.
 * @throws `not_found` for the procedure; `validation_failed` for a first turn in the past; `stale_version` with the `current`
 *   schedule when the procedure has another than the person saw; `id_reused`
 */
export async function scheduleDrill(ctx: Ctx, input: ScheduleDrill): Promise<ScheduledDrill> {
  authorize(drillPolicy, "schedule", ctx.actor, undefined);
  const found = await findProcedure(input.runbook, input.procedure);
  if (!found) throw new AppError("not_found", { runbook: input.runbook, procedure: input.procedure });
  const { runbook, service, procedure } = found;
  const nextAt = firstTurn(ctx, input);
  const { rhythm, id = v7() } = input;
  const write = async (tx: Tx): Promise<{ id: string; changed: boolean }> => {
    const existing = await lockOf(tx, runbook, procedure.id);
    if (existing && existing.id === input.id) return { id: existing.id, changed: true };
    if (existing?.version !== input.expectedVersion) {
      if (!existing) throw new AppError("not_found", { runbook, procedure: procedure.id });
      throw new AppError("stale_version", { current: await loadDrill(tx, existing.id) });
    }
    const when = { rhythm, nextAt, title: procedure.title };
    const saved = existing
      ? await tx.drillSchedule.update({
          where: { id: existing.id },
          data: { ...when, pausedAt: null, version: { increment: 1 } },
        })
      : await tx.drillSchedule.create({
          data: {
            ...when,
            id,
            service,
            runbook,
            procedure: procedure.id,
            createdAt: ctx.now(),
            createdBy: ctx.actor.name,
          },
        });
    await awaitTurn(tx, saved.id, nextAt);
    const data = { runbook, procedure: procedure.id, rhythm, nextAt: nextAt.toISOString() };
    await audit(tx, ctx, { action: "drill.scheduled", subject: `drill:${saved.id}`, data });
    return { id: saved.id, changed: existing !== null };
  };
  const saved = await transaction(ctx.db, write).catch((error: unknown) => {
    // Two people at the same moment: the second meets the first's schedule. Or the id belongs to another procedure's.
    if (isUniqueViolation(error)) return transaction(ctx.db, write).catch(reused);
    throw error;
  });
  return { ...(await loadDrill(ctx.db, saved.id)), changed: saved.changed };

  function reused(error: unknown): never {
    throw isUniqueViolation(error) ? new AppError("id_reused", { id }, { cause: error }) : error;
  }
}

function firstTurn(ctx: Ctx, { date, time }: ScheduleDrill): Date {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const day = Math.floor(Date.parse(`${date}T00:00:00Z`) / dayMs);
  const at = instantOf({ day, hour, minute }, portalZone());
  if (at > ctx.now()) return at;
  throw new AppError("validation_failed", { issues: [{ path: "date", code: "custom", message: "lies in the past" }] });
}

/** Pauses a schedule, or goes on with it at its next turn that lies ahead; turns in between never were. */
export async function pauseDrill(ctx: Ctx, { scheduleId, paused }: PauseDrill): Promise<DrillView> {
  authorize(drillPolicy, "schedule", ctx.actor, undefined);
  await transaction(ctx.db, async (tx) => {
    const schedule = await lockSchedule(tx, scheduleId);
    if ((schedule.pausedAt !== null) === paused) return;
    const { next } = turnsUntil(schedule.rhythm, schedule.nextAt, null, ctx.now(), portalZone());
    await tx.drillSchedule.update({
      where: { id: scheduleId },
      data: { version: { increment: 1 }, ...(paused ? { pausedAt: ctx.now() } : { pausedAt: null, nextAt: next }) },
    });
    if (paused) await dequeue(tx, jobKey(scheduleId));
    else await awaitTurn(tx, scheduleId, next);
    await audit(tx, ctx, { action: paused ? "drill.paused" : "drill.resumed", subject: `drill:${scheduleId}` });
  });
  return loadDrill(ctx.db, scheduleId);
}

/** Ends a schedule with its turns; the runs that were made of them stay. Removing twice is `not_found`. */
export async function removeDrill(ctx: Ctx, { scheduleId }: ScheduleRef): Promise<{ removed: true }> {
  authorize(drillPolicy, "schedule", ctx.actor, undefined);
  await transaction(ctx.db, async (tx) => {
    const { runbook, procedure } = await lockSchedule(tx, scheduleId);
    await tx.drillSchedule.delete({ where: { id: scheduleId } });
    await dequeue(tx, jobKey(scheduleId));
    const data = { runbook, procedure };
    await audit(tx, ctx, { action: "drill.removed", subject: `drill:${scheduleId}`, data });
  });
  return { removed: true };
}

/**
 * The job of a schedule's turn: makes it due and waits for the next. Turns that came while nobody looked are missed, all but
 * the last, and so is one that nobody has started by now. Running twice, or too early, changes nothing.
 */
export async function takeTurn(ctx: Ctx, payload: unknown): Promise<void> {
  const { scheduleId } = ScheduleRef.parse(payload);
  await transaction(ctx.db, async (tx) => {
    await tx.$queryRaw`SELECT id FROM drill_schedule WHERE id = ${scheduleId}::uuid FOR UPDATE`;
    const schedule = await tx.drillSchedule.findUnique({
      where: { id: scheduleId },
      include: { planned: { orderBy: { dueAt: "desc" }, take: 1 } },
    });
    if (!schedule || schedule.pausedAt) return;
    const [latest] = schedule.planned;
    const { come, next } = turnsUntil(schedule.rhythm, schedule.nextAt, latest?.dueAt ?? null, ctx.now(), portalZone());
    const [due] = come.slice(-1);
    if (due) {
      const missed = { scheduleId, runId: null, missedAt: null };
      await tx.plannedDrill.updateMany({ where: missed, data: { missedAt: come[0] } });
      const rows = come.map((dueAt, at) => ({ id: v7(), scheduleId, dueAt, missedAt: come[at + 1] ?? null }));
      await tx.plannedDrill.createMany({ data: rows });
      await tx.drillSchedule.update({ where: { id: scheduleId }, data: { nextAt: next } });
    }
    await awaitTurn(tx, scheduleId, next);
  });
}

/**
 * Gives a turn the run that is being started from it, in the transaction that starts it.
 * @throws `not_found` no such turn of this procedure; `drill_started` with `runId`; `drill_missed`
 */
export async function startTurn(tx: Tx, turnId: string, run: { id: string; runbook: string; procedure: string }) {
  await tx.$queryRaw`SELECT id FROM planned_drill WHERE id = ${turnId}::uuid FOR UPDATE`;
  const turn = await tx.plannedDrill.findUnique({ where: { id: turnId }, include: { schedule: true } });
  if (turn?.schedule.runbook !== run.runbook || turn.schedule.procedure !== run.procedure)
    throw new AppError("not_found", { turn: turnId });
  if (turn.runId) throw new AppError("drill_started", { runId: turn.runId });
  if (turn.missedAt) throw new AppError("drill_missed", { missedAt: turn.missedAt });
  await tx.plannedDrill.update({ where: { id: turnId }, data: { runId: run.id } });
}

const jobKey = (scheduleId: string) => `drill:${scheduleId}`;

const awaitTurn = (tx: Tx, scheduleId: string, at: Date) =>
  enqueue(tx, { task: "drills.turn", payload: { scheduleId }, key: jobKey(scheduleId), at });

async function lockSchedule(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT id FROM drill_schedule WHERE id = ${id}::uuid FOR UPDATE`;
  const schedule = await tx.drillSchedule.findUnique({ where: { id } });
  if (!schedule) throw new AppError("not_found", { scheduleId: id });
  return schedule;
}

async function lockOf(tx: Tx, runbook: string, procedure: string) {
  await tx.$queryRaw`SELECT id FROM drill_schedule WHERE runbook = ${runbook} AND procedure = ${procedure} FOR UPDATE`;
  return tx.drillSchedule.findUnique({ where: { runbook_procedure: { runbook, procedure } } });
}
