import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors/app-error";
import { portalZone } from "@/lib/time-zone";
import { drillView } from "./drill-view";
import { drillPolicy } from "./policy";
import type { DrillList, DrillView, ListDrills } from "./schema";

/** Turns of a schedule that lists show. */
const shownTurns = 6;

const whole = {
  planned: {
    orderBy: { dueAt: "desc" },
    take: shownTurns,
    include: { run: { select: { id: true, status: true, startedBy: true } } },
  },
} satisfies Prisma.DrillScheduleInclude;

/** The scheduled drills with their latest turns, the nearest first. */
export async function listDrills(ctx: Ctx, { service }: ListDrills): Promise<DrillList> {
  authorize(drillPolicy, "read", ctx.actor, undefined);
  const rows = await ctx.db.drillSchedule.findMany({
    where: { service },
    include: whole,
    orderBy: [{ nextAt: "asc" }, { id: "asc" }],
  });
  const zone = portalZone();
  return { zone, drills: rows.map((row) => drillView(row, zone)) };
}

/** The schedule of a procedure; null when it has none. */
export async function findDrill(ctx: Ctx, runbook: string, procedure: string): Promise<DrillView | null> {
  authorize(drillPolicy, "read", ctx.actor, undefined);
  const row = await ctx.db.drillSchedule.findUnique({
    where: { runbook_procedure: { runbook, procedure } },
    include: whole,
  });
  return row && drillView(row, portalZone());
}

/** A schedule as it is shown. @throws `not_found` */
export async function loadDrill(tx: Tx, id: string): Promise<DrillView> {
  const row = await tx.drillSchedule.findUnique({ where: { id }, include: whole });
  if (!row) throw new AppError("not_found", { scheduleId: id });
  return drillView(row, portalZone());
}
