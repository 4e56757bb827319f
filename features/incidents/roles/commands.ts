import { v7 } from "uuid";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { type Tx, transaction } from "@/lib/db/client";
import type { Incident } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors/app-error";
import { notify } from "@/lib/realtime/notify";
import type { ChangedIncident } from "../incident-schema";
import { lockIncident } from "../lock/queries";
import { findPerson } from "../people/queries";
import { incidentPolicy } from "../policy";
import { changed } from "../queries";
import type { RoleName } from "../schema";
import { entryView } from "../timeline/entry-view";
import { repeatedEntry } from "../timeline/queries";
import { recordEntry } from "../timeline/record/commands";
import type { AssumeRole, RenounceRole } from "./schema";

type Holder = { id: string | null; name: string };

/**
 * Gives a role to a person, the caller if nobody is named. Whoever held it stops at the same moment.
 * @throws `incident_closed`; `unknown_person` with candidates; `invalid_transition` when they hold it already
 */
export async function assumeRole(ctx: Ctx, input: AssumeRole): Promise<ChangedIncident> {
  authorize(incidentPolicy, "assignRoles", ctx.actor, undefined);
  return transaction(ctx.db, async (tx) => {
    const incident = await lockIncident(tx, input.key);
    const repeated = await repeatedEntry(tx, incident, input.id);
    if (repeated) return changed(tx, incident.id, repeated);
    if (incident.status === "closed") throw new AppError("incident_closed");
    const person: Holder = input.person ? await findPerson(tx, input.person) : ctx.actor;
    const previous = await closeInterval(tx, ctx, incident, input.role);
    if (previous && previous.id === person.id && previous.name === person.name) {
      throw new AppError("invalid_transition", { role: input.role, person: person.name });
    }
    await tx.incidentRole.create({
      data: {
        id: v7(),
        incidentId: incident.id,
        role: input.role,
        personId: person.id,
        personName: person.name,
        since: ctx.now(),
      },
    });
    return tell(tx, ctx, incident, input, { action: "assumed", person, previous });
  });
}

/**
 * Ends a role, whoever holds it.
 * @throws `invalid_transition` when nobody does
 */
export async function renounceRole(ctx: Ctx, input: RenounceRole): Promise<ChangedIncident> {
  authorize(incidentPolicy, "assignRoles", ctx.actor, undefined);
  return transaction(ctx.db, async (tx) => {
    const incident = await lockIncident(tx, input.key);
    const previous = await closeInterval(tx, ctx, incident, input.role);
    if (!previous) throw new AppError("invalid_transition", { role: input.role });
    return tell(tx, ctx, incident, input, { action: "renounced", person: null, previous });
  });
}

async function closeInterval(tx: Tx, ctx: Ctx, incident: Incident, role: RoleName): Promise<Holder | null> {
  const open = await tx.incidentRole.findFirst({ where: { incidentId: incident.id, role, until: null } });
  if (!open) return null;
  await tx.incidentRole.update({ where: { id: open.id }, data: { until: ctx.now() } });
  return { id: open.personId, name: open.personName };
}

type Told = { action: "assumed" | "renounced"; person: Holder | null; previous: Holder | null };

async function tell(
  tx: Tx,
  ctx: Ctx,
  incident: Incident,
  input: Omit<AssumeRole, "key">,
  { action, person, previous }: Told,
): Promise<ChangedIncident> {
  await tx.incident.update({
    where: { id: incident.id },
    data: {
      // Somebody who takes a role has seen it.
      acknowledgedAt: incident.acknowledgedAt ?? (person ? ctx.now() : null),
      version: { increment: 1 },
      updatedAt: ctx.now(),
    },
  });
  const row = await recordEntry(tx, ctx, incident.id, {
    id: input.id,
    kind: "role",
    body: `${input.role}: ${person?.name ?? "—"}`,
    happenedAt: input.happenedAt,
    data: {
      role: input.role,
      action,
      person: person && { id: person.id, name: person.name },
      previous,
    },
  });
  await notify(tx, "incidents", incident.number);
  return changed(tx, incident.id, { ...entryView(row), repeated: false });
}
