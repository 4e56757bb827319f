import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { incidentPolicy } from "../policy";
import type { Unread } from "./schema";

/** How far the caller has read this incident; null for a first visit. */
export async function readMark(ctx: Ctx, incidentId: string): Promise<number | null> {
  const [mark] = await marks(ctx, [incidentId]);
  return mark?.seq ?? null;
}

/** What is new in these incidents since the caller was there: one statement, however many they are. */
export async function unreadOf(ctx: Ctx, incidents: { id: string; lastSeq: number }[]): Promise<Unread> {
  const read = await marks(
    ctx,
    incidents.map(({ id }) => id),
  );
  const lastSeq = new Map(incidents.map((incident) => [incident.id, incident.lastSeq]));
  const unread = read.map(({ incidentId, seq }) => [incidentId, (lastSeq.get(incidentId) ?? 0) - seq] as const);
  return Object.fromEntries(unread.filter(([, count]) => count > 0));
}

async function marks(ctx: Ctx, incidentIds: string[]) {
  authorize(incidentPolicy, "read", ctx.actor, undefined);
  const { kind, id: personId } = ctx.actor;
  if (kind !== "person" || personId === null || incidentIds.length === 0) return [];
  return ctx.db.readMark.findMany({
    where: { personId, incidentId: { in: incidentIds } },
    select: { incidentId: true, seq: true },
  });
}
