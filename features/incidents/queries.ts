import { abilities, authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import type { Db, Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors/app-error";
import { checklistViews, followUpView } from "./attached-view";
import { missingForClosing } from "./closing";
import { handoverView } from "./handover/handover-view";
import type { ChangedIncident, IncidentDetail, IncidentPage, IncidentState, IncidentSummary } from "./incident-schema";
import { incidentSummary, roleInterval } from "./incident-view";
import { numberOf } from "./key";
import { allowedMoves } from "./machine";
import { incidentPolicy } from "./policy";
import type { ListIncidents } from "./schema";
import type { AppendedEntry } from "./timeline/schema";
import { incidentStatuses } from "./vocabulary";

const openRoles = { roles: { where: { until: null } } } as const;

/** The incident after a change, with the entry that tells of it. */
export async function changed(tx: Tx, incidentId: string, entry: AppendedEntry): Promise<ChangedIncident> {
  return { incident: await summaryOf(tx, incidentId), entry };
}

export async function summaryOf(tx: Tx, incidentId: string): Promise<IncidentSummary> {
  return incidentSummary(await tx.incident.findUniqueOrThrow({ where: { id: incidentId }, include: openRoles }));
}

const page = {
  roles: { orderBy: [{ since: "asc" }, { id: "asc" }] },
  handovers: { where: { state: "offered" }, orderBy: { offeredAt: "asc" } },
  checklists: { orderBy: [{ attachedAt: "asc" }, { checklist: "asc" }, { position: "asc" }] },
  followUps: { orderBy: [{ dueOn: "asc" }, { createdAt: "asc" }] },
} satisfies Prisma.IncidentInclude;

/**
 * An incident with all that its page shows but the timeline, and what the caller may do.
 * @throws `not_found`
 */
export async function getIncident(ctx: Ctx, input: { key: string }): Promise<IncidentDetail> {
  authorize(incidentPolicy, "read", ctx.actor, undefined);
  const row = await ctx.db.incident.findUnique({ where: { number: numberOf(input.key) }, include: page });
  if (!row) throw new AppError("not_found", { key: input.key });
  return { ...stateOf(row, ctx.now()), can: abilities(incidentPolicy, ctx.actor, undefined) };
}

/** The same for somebody who already holds the incident's id. The caller has authorized the reader. */
export async function readState(db: Db, id: string, now: Date): Promise<IncidentState> {
  return stateOf(await db.incident.findUniqueOrThrow({ where: { id }, include: page }), now);
}

function stateOf(row: Prisma.IncidentGetPayload<{ include: typeof page }>, now: Date): IncidentState {
  const reasons = { noFollowUpsReason: "", notStableReason: "" };
  return {
    ...incidentSummary({ ...row, roles: row.roles.filter(({ until }) => until === null) }),
    roleHistory: row.roles.map(roleInterval),
    handovers: row.handovers.map(handoverView),
    checklists: checklistViews(row.checklists),
    followUps: row.followUps.map(followUpView),
    moves: allowedMoves(row.status),
    now: now.toISOString(),
    closingMissing:
      row.status === "closed"
        ? []
        : missingForClosing({ ...row, items: row.checklists, followUps: row.followUps.length, now, ...reasons }),
  };
}

/** Incidents, the newest first, a page at a time. */
export async function listIncidents(ctx: Ctx, input: ListIncidents): Promise<IncidentPage> {
  authorize(incidentPolicy, "read", ctx.actor, undefined);
  const rows = await ctx.db.incident.findMany({
    where: { AND: [filterOf(input), input.cursor ? { number: { lt: numberOf(input.cursor) } } : {}] },
    orderBy: { number: "desc" },
    take: input.limit + 1,
    include: openRoles,
  });
  const incidents = rows.slice(0, input.limit).map(incidentSummary);
  return { incidents, nextCursor: rows.length > input.limit ? (incidents.at(-1)?.key ?? null) : null };
}

const active = incidentStatuses.filter((status) => status !== "resolved" && status !== "closed");

function filterOf({ status, severity, service, kind, q }: ListIncidents): Prisma.IncidentWhereInput {
  const number = q ? numberOf(q) : 0;
  return {
    ...(status === "active" ? { status: { in: active } } : status === "all" ? {} : { status }),
    ...(severity ? { severity } : {}),
    ...(service ? { services: { has: service } } : {}),
    ...(kind ? { kind } : {}),
    ...(q
      ? {
          OR: [
            { title: { contains: q, mode: "insensitive" } },
            { summary: { contains: q, mode: "insensitive" } },
            ...(number ? [{ number }] : []),
          ],
        }
      : {}),
  };
}
