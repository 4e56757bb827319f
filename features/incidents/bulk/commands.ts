import { v7 } from "uuid";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { type Tx, transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors/app-error";
import { refuseSecrets } from "@/lib/secrets/refuse-secrets";
import { numberOf } from "../key";
import { lockIncident } from "../lock/queries";
import { incidentPolicy } from "../policy";
import { stepNamedIn } from "../references/queries";
import { entryView } from "../timeline/entry-view";
import { insertEntries, type NewEntry, readyEntry } from "../timeline/record/commands";
import type { AppendEntries, AppendedEntries } from "./schema";

/**
 * Writes several entries in one transaction: all of them, or none. An id that is there already is left as it is, so sending
 * the same again, whole or in part, writes nothing twice.
 * @throws `not_found`, `incident_closed`, `id_reused`, `future_time`, `secret_found`
 */
export async function appendEntries(ctx: Ctx, { key, entries, cleared }: AppendEntries): Promise<AppendedEntries> {
  authorize(incidentPolicy, "append", ctx.actor, undefined);
  const texts = entries.flatMap(({ kind, body }, at) => (kind === "evidence" ? [[`entries.${at}.body`, body]] : []));
  refuseSecrets(Object.fromEntries(texts), cleared);
  const number = numberOf(key);
  const given: (NewEntry & { id: string })[] = [];
  for (const { id = v7(), ...entry } of entries) {
    const step = await stepNamedIn(ctx.db, number, entry.body);
    given.push({ ...entry, id, ...step });
  }
  return transaction(ctx.db, async (tx) => {
    const incident = await lockIncident(tx, key);
    const before = await known(tx, incident.id, given);
    const fresh = new Map(given.filter(({ id }) => !before.has(id)).map((entry) => [entry.id, readyEntry(ctx, entry)]));
    const ready = [...fresh.values()];
    const { status, closedAt } = incident;
    if (status === "closed" && ready.some(({ happened_at }) => closedAt === null || happened_at > closedAt))
      throw new AppError("incident_closed", { closedAt });
    const rows = ready.length > 0 ? await insertEntries(tx, Prisma.sql`id = ${incident.id}::uuid`, ready) : [];
    const written = new Map(rows.map((row) => [row.id, row]));
    return {
      entries: given.flatMap(({ id }) => {
        const row = written.get(id) ?? before.get(id);
        return row ? [{ ...entryView(row), repeated: before.has(id) }] : [];
      }),
      repeated: rows.length === 0,
    };
  });
}

/** The entries of those that are there already. @throws `id_reused` when one is on another incident */
async function known(tx: Tx, incidentId: string, given: { id: string }[]) {
  const rows = await tx.timelineEntry.findMany({ where: { id: { in: given.map(({ id }) => id) } } });
  const elsewhere = rows.find((row) => row.incidentId !== incidentId);
  if (elsewhere) throw new AppError("id_reused", { id: elsewhere.id });
  return new Map(rows.map((row) => [row.id, row]));
}
