import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { keyOf } from "../key";
import { isActive } from "../machine";
import { incidentPolicy } from "../policy";
import { incidentStatuses } from "../vocabulary";
import { handoverView } from "./handover-view";
import type { Waiting } from "./waiting";

const active = incidentStatuses.filter(isActive);

/** @throws `unauthenticated` for nobody; a token has nothing that waits for it */
export async function listWaiting(ctx: Ctx): Promise<Waiting> {
  authorize(incidentPolicy, "read", ctx.actor, undefined);
  const me = ctx.actor.id;
  if (me === null) return { offers: [], updates: [] };
  const [offers, updates] = await Promise.all([
    ctx.db.roleHandover.findMany({
      where: { toId: me, state: "offered" },
      orderBy: { offeredAt: "asc" },
      include: { incident: { select: { number: true, title: true } } },
    }),
    ctx.db.incident.findMany({
      where: {
        status: { in: active },
        nextUpdateDueAt: { lte: ctx.now() },
        roles: { some: { personId: me, until: null, role: { in: ["lead", "communications"] } } },
      },
      orderBy: { nextUpdateDueAt: "asc" },
      select: { number: true, title: true, nextUpdateDueAt: true },
    }),
  ]);
  return {
    offers: offers.map(({ incident: { number, title }, ...row }) => ({
      key: keyOf(number),
      title,
      offer: handoverView(row),
    })),
    updates: updates.map(({ number, title, nextUpdateDueAt }) => ({
      key: keyOf(number),
      title,
      dueAt: nextUpdateDueAt?.toISOString() ?? "",
    })),
  };
}
