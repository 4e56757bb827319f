import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { portalZone } from "@/lib/time-zone";
import { dayIn, mondayOf } from "../day";
import { ownKeys } from "../owners/queries";
import { worklistPolicy } from "../policy";
import type { Reminder } from "./schema";

type Row = Omit<Reminder, "createdAt" | "oldest"> & { createdAt: Date; kind: string; title: string; since: Date };

/** This week's reminders for what the caller answers for, while something that they mention is open. */
export async function listReminders(ctx: Ctx): Promise<{ reminders: Reminder[] }> {
  authorize(worklistPolicy, "read", ctx.actor, null);
  const own = await ownKeys(ctx.db, ctx.actor);
  if (own.length === 0) return { reminders: [] };
  const today = dayIn(portalZone(), ctx.now());
  const rows = await ctx.db.$queryRaw<Row[]>`
    SELECT r.id::text, r.owner, r.week, r.created_at AS "createdAt", count(*)::int AS open,
      count(*) FILTER (WHERE f.urgency = 1)::int AS urgent, (array_agg(f.kind ORDER BY f.since, f.id))[1] AS kind,
      (array_agg(f.title ORDER BY f.since, f.id))[1] AS title, min(f.since) AS since
    FROM owner_reminder r JOIN reminder_item i ON i.reminder_id = r.id JOIN finding f ON f.id = i.finding_id
    WHERE r.owner_key = ANY(${own}::text[]) AND r.week = ${mondayOf(today)} AND f.dismissed_at IS NULL
      AND (f.snoozed_until IS NULL OR f.snoozed_until <= ${today})
      AND NOT EXISTS (SELECT 1 FROM reminder_hidden h WHERE h.reminder_id = r.id AND h.person_id = ${ctx.actor.id}::uuid)
    GROUP BY r.id ORDER BY r.owner_key`;
  return {
    reminders: rows.map(({ createdAt, kind, title, since, ...row }) => ({
      ...row,
      createdAt: createdAt.toISOString(),
      oldest: { kind, title, since: since.toISOString() },
    })),
  };
}
