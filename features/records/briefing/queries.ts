import { incidentPolicy } from "@/features/incidents/policy";
import { getIncident } from "@/features/incidents/queries";
import { entryView } from "@/features/incidents/timeline/entry-view";
import { getRun } from "@/features/runs/queries";
import type { RunView } from "@/features/runs/schema";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import type { Briefing, ReadBriefing } from "./schema";

/** Entries told of what happened since. */
const mostEntries = 40;
const mostDecisions = 50;
const mostRuns = 10;

/**
 * Draws up what somebody needs to know who takes over, from the record as it stands.
 * @throws `not_found`
 */
export async function readBriefing(ctx: Ctx, { key, since }: ReadBriefing): Promise<Briefing> {
  authorize(incidentPolicy, "read", ctx.actor, undefined);
  const incident = await getIncident(ctx, { key });
  const offers = incident.handovers.filter(({ to }) => to.id === ctx.actor.id);
  const last = await lastHere(ctx, incident.id, offers[0]?.offeredAt);
  const after = since ?? last?.seq ?? 0;
  const told = { incidentId: incident.id, retractedAt: null };
  const listed = { ...told, seq: { gt: after }, kind: { not: "step" as const } };
  const [entries, count, steps, decisions, lastUpdate, runIds] = await Promise.all([
    ctx.db.timelineEntry.findMany({ where: listed, orderBy: { seq: "desc" }, take: mostEntries }),
    ctx.db.timelineEntry.count({ where: listed }),
    ctx.db.timelineEntry.count({ where: { ...told, seq: { gt: after }, kind: "step" } }),
    ctx.db.timelineEntry.findMany({
      where: { ...told, kind: "decision" },
      orderBy: { seq: "desc" },
      take: mostDecisions,
    }),
    ctx.db.timelineEntry.findFirst({
      where: { ...told, kind: "update" },
      orderBy: [{ happenedAt: "desc" }, { seq: "desc" }],
    }),
    ctx.db.run.findMany({
      where: { incidentId: incident.id, status: "active" },
      orderBy: [{ startedAt: "asc" }, { id: "asc" }],
      take: mostRuns,
      select: { id: true },
    }),
  ]);
  const runs = await Promise.all(runIds.map(({ id }) => getRun(ctx, { runId: id })));
  return {
    incident,
    roles: incident.roles,
    offers,
    last,
    happened: { entries: entries.reverse().map(entryView), left: Math.max(0, count - entries.length), steps },
    decisions: decisions.reverse().map(entryView),
    lastUpdate: lastUpdate && entryView(lastUpdate),
    runs: runs.map(openSteps),
    checklists: incident.checklists
      .map(({ title, items }) => ({ title, open: items.filter((item) => !item.checkedAt).map((item) => item.title) }))
      .filter(({ open }) => open.length > 0),
    followUps: incident.followUps.filter(({ doneAt }) => doneAt === null),
  };
}

function openSteps({ id, title, progress, focus, steps }: RunView): Briefing["runs"][number] {
  const open = steps.filter(({ id, state }) => state === "active" || state === "failed" || id === focus.stepId);
  return {
    id,
    title,
    ...progress,
    steps: open.map((step) => ({
      id: step.id,
      title: step.title,
      state: step.state,
      claimedBy: step.claimedBy?.name ?? null,
      next: step.id === focus.stepId,
    })),
  };
}

/**
 * Where the reader was last: what they had read before the role was offered to them (looking at the incident now is no having
 * been there), else the last thing that they wrote themselves.
 */
async function lastHere(ctx: Ctx, incidentId: string, offeredAt: string | undefined): Promise<Briefing["last"]> {
  const personId = ctx.actor.id;
  if (personId === null) return null;
  const before = offeredAt ? new Date(offeredAt) : ctx.now();
  const mark = await ctx.db.readMark.findUnique({ where: { personId_incidentId: { personId, incidentId } } });
  if (mark && mark.readAt < before) return { seq: mark.seq, at: mark.readAt.toISOString() };
  const own = await ctx.db.timelineEntry.findFirst({
    where: { incidentId, actorId: personId, recordedAt: { lt: before } },
    orderBy: { seq: "desc" },
    select: { seq: true, recordedAt: true },
  });
  return own && { seq: own.seq, at: own.recordedAt.toISOString() };
}
