import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import type { RoleName } from "../../schema";

/**
 * Takes back the offers that a change overtook: the role went to somebody else, or the incident closed. In the caller's
 * transaction, on the locked incident; the caller's own entry tells of it.
 * @param role null: of all roles
 * @returns to whom they had been made
 */
export async function dropOffers(tx: Tx, ctx: Ctx, incidentId: string, role: RoleName | null): Promise<string[]> {
  const where = { incidentId, state: "offered", ...(role ? { role } : {}) } as const;
  const offers = await tx.roleHandover.findMany({ where, orderBy: { offeredAt: "asc" } });
  if (offers.length === 0) return [];
  await tx.roleHandover.updateMany({
    where,
    data: { state: "withdrawn", decidedAt: ctx.now(), decidedBy: ctx.actor.name, version: { increment: 1 } },
  });
  return offers.map(({ toName }) => toName);
}
