import { v7 } from "uuid";
import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import type { Incident } from "@/lib/db/generated/client";
import type { RoleName } from "../../schema";

export type Holder = { id: string | null; name: string };

/** Whoever holds a role of a locked incident now. */
export async function holderOf(tx: Tx, incidentId: string, role: RoleName): Promise<Holder | null> {
  const open = await tx.incidentRole.findFirst({ where: { incidentId, role, until: null } });
  return open && { id: open.personId, name: open.personName };
}

/**
 * Ends the interval of a role of a locked incident, if somebody holds it, and begins one for `person` at the same moment.
 * @param person null leaves the role vacant
 * @returns who held it before
 */
export async function passRole(
  tx: Tx,
  ctx: Ctx,
  incident: Incident,
  role: RoleName,
  person: Holder | null,
): Promise<Holder | null> {
  const previous = await holderOf(tx, incident.id, role);
  await tx.incidentRole.updateMany({
    where: { incidentId: incident.id, role, until: null },
    data: { until: ctx.now() },
  });
  if (person) {
    await tx.incidentRole.create({
      data: {
        id: v7(),
        incidentId: incident.id,
        role,
        personId: person.id,
        personName: person.name,
        since: ctx.now(),
      },
    });
  }
  await tx.incident.update({
    where: { id: incident.id },
    data: {
      // Somebody who takes a role has seen it.
      acknowledgedAt: incident.acknowledgedAt ?? (person ? ctx.now() : null),
      version: { increment: 1 },
      updatedAt: ctx.now(),
    },
  });
  return previous;
}
