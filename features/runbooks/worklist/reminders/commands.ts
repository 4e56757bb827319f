import { z } from "zod";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { type Tx, transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors/app-error";
import { dequeue, enqueue } from "@/lib/jobs/queue";
import { log } from "@/lib/log";
import { notify } from "@/lib/realtime/notify";
import { portalZone } from "@/lib/time-zone";
import { dayIn, mondayOf } from "../day";
import { lockWorklist } from "../findings/commands";
import { kindsReminded } from "../kinds";
import { reminderPolicy } from "../policy";
import { endOfQuiet, isQuiet, nextReminders, type Rhythm } from "./rhythm";
import type { ReminderRef } from "./schema";

export const remindersTask = "owner-reminders";
const RemindersDue = z.object({ dueAt: z.iso.datetime() });

const rhythmNow = (): Rhythm => ({ reminders: env().REMINDERS, quiet: env().QUIET_HOURS, zone: portalZone() });

/**
 * Sets the next reminders as the settings say. Those that wait already and are due sooner stay: they may be overdue from a time
 * in which the portal did not run.
 */
export function scheduleReminders(ctx: Ctx): Promise<void> {
  return transaction(ctx.db, async (tx) => {
    const at = nextReminders(rhythmNow(), ctx.now());
    const [waiting] = await tx.$queryRaw<{ runAt: Date }[]>`
      SELECT run_at AS "runAt" FROM graphile_worker.jobs WHERE key = ${remindersTask}`;
    if (at && waiting && waiting.runAt <= at) return;
    await setNext(tx, at);
  });
}

async function setNext(tx: Tx, at: Date | null): Promise<void> {
  if (!at) return dequeue(tx, remindersTask);
  await enqueue(tx, { task: remindersTask, payload: { dueAt: at.toISOString() }, key: remindersTask, at });
}

/**
 * The weekly job: one reminder per owner who has something open, and the next one set. Nothing is mentioned twice in one week;
 * what is only due soon is mentioned once. In quiet hours, as after a night without the portal, it waits for their end.
 */
export async function remindOwners(ctx: Ctx, payload: unknown): Promise<void> {
  const { dueAt } = RemindersDue.parse(payload);
  const [rhythm, now] = [rhythmNow(), ctx.now()];
  if (rhythm.reminders === "off") return;
  await transaction(ctx.db, async (tx) => {
    if (now < new Date(dueAt)) return setNext(tx, new Date(dueAt)); // this instance's clock is behind
    if (isQuiet(rhythm, now)) return setNext(tx, endOfQuiet(rhythm, now));
    await lockWorklist(tx);
    const made = await makeReminders(tx, now, rhythm.zone);
    if (made > 0) await notify(tx, "worklist", now.getTime());
    log.info("owners were reminded", { reminders: made });
    await setNext(tx, nextReminders(rhythm, now));
  });
}

/** @returns for how many owners there was something new to say */
async function makeReminders(tx: Tx, now: Date, zone: string): Promise<number> {
  const today = dayIn(zone, now);
  const week = mondayOf(today);
  const open = Prisma.sql`
    SELECT f.* FROM finding f
    WHERE dismissed_at IS NULL AND (snoozed_until IS NULL OR snoozed_until <= ${today}) AND owner_key <> ''
      AND NOT EXISTS (SELECT 1 FROM reminder_item i WHERE i.finding_id = f.id AND i.week = ${week})
      AND (kind = ANY(${kindsReminded("weekly")}::text[]) OR kind = ANY(${kindsReminded("once")}::text[])
        AND NOT EXISTS (SELECT 1 FROM reminder_item i WHERE i.finding_id = f.id AND i.fingerprint = f.fingerprint))`;
  await tx.$executeRaw`
    INSERT INTO owner_reminder (id, owner, owner_key, week, created_at)
    SELECT gen_random_uuid(), min(owner), owner_key, ${week}, ${now.toISOString()}::timestamptz
    FROM (${open}) AS open GROUP BY owner_key ON CONFLICT (owner_key, week) DO NOTHING`;
  const items = await tx.$queryRaw<{ owner: string }[]>`
    WITH told AS (
      INSERT INTO reminder_item (reminder_id, week, finding_id, kind, fingerprint)
      SELECT r.id, ${week}, open.id, open.kind, open.fingerprint
      FROM (${open}) AS open JOIN owner_reminder r ON r.owner_key = open.owner_key AND r.week = ${week}
      ON CONFLICT DO NOTHING RETURNING reminder_id)
    SELECT DISTINCT reminder_id::text AS owner FROM told`;
  return items.length;
}

/** Takes a reminder off the caller's home page; for others it stays. @throws `not_found` */
export async function hideReminder(ctx: Ctx, { reminderId }: ReminderRef): Promise<{ hidden: true }> {
  authorize(reminderPolicy, "hide", ctx.actor, null);
  const personId = ctx.actor.id ?? "";
  await transaction(ctx.db, async (tx) => {
    if ((await tx.ownerReminder.count({ where: { id: reminderId } })) === 0)
      throw new AppError("not_found", { reminderId });
    await tx.reminderHidden.createMany({ data: [{ reminderId, personId }], skipDuplicates: true });
  });
  return { hidden: true };
}
