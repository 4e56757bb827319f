import type { Tx } from "@/lib/db/client";
import type { Incident } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors/app-error";
import { numberOf } from "../key";

/**
 * The incident, locked until the transaction ends. Take it before anything that decides by its state.
 * @param key `INC-42`
 * @throws `not_found`
 */
export async function lockIncident(tx: Tx, key: string): Promise<Incident> {
  const [found] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM incident WHERE number = ${numberOf(key)} FOR NO KEY UPDATE`;
  if (!found) throw new AppError("not_found", { key });
  return tx.incident.findUniqueOrThrow({ where: { id: found.id } });
}

/**
 * The incident by its id, locked; for features that hold the id.
 * @throws `not_found`
 */
export async function lockIncidentById(tx: Tx, id: string): Promise<Incident> {
  await tx.$queryRaw`SELECT id FROM incident WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const incident = await tx.incident.findUnique({ where: { id } });
  if (!incident) throw new AppError("not_found");
  return incident;
}
