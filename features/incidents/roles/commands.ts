import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { type Tx, transaction } from "@/lib/db/client";
import type { Incident } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors/app-error";
import { notify } from "@/lib/realtime/notify";
import { checkSeen, checkVersion } from "../expected-version";
import { dropOffers } from "../handover/offers/commands";
import type { ChangedIncident } from "../incident-schema";
import { lockIncident } from "../lock/queries";
import { findPerson } from "../people/queries";
import { incidentPolicy } from "../policy";
import { changed } from "../queries";
import { entryView } from "../timeline/entry-view";
import { repeatedEntry } from "../timeline/queries";
import { recordEntry } from "../timeline/record/commands";
import { type Holder, holderOf, passRole } from "./intervals/commands";
import type { AssumeRole, RenounceRole } from "./schema";

/**
 * Gives a role to a person, the caller if nobody is named. Whoever held it stops at the same moment, asked or not: at 3 a.m. a
 * role is taken from somebody who does not answer. What was offered of it is taken back.
 * @throws `incident_closed`, `stale_version`; `unknown_person` with candidates; `invalid_transition` when they hold it already
 */
export async function assumeRole(ctx: Ctx, input: AssumeRole): Promise<ChangedIncident> {
  authorize(incidentPolicy, "assignRoles", ctx.actor, undefined);
  return transaction(ctx.db, async (tx) => {
    const incident = await lockIncident(tx, input.key);
    const repeated = await repeatedEntry(tx, incident, input.id);
    if (repeated) return changed(tx, incident.id, repeated);
    checkVersion(incident, input.expectedVersion);
    if (incident.status === "closed") throw new AppError("incident_closed");
    const person: Holder = input.person ? await findPerson(tx, input.person) : ctx.actor;
    const holder = await holderOf(tx, incident.id, input.role);
    checkHolder(incident, holder, input.holder);
    if (holder && holder.id === person.id && holder.name === person.name) {
      throw new AppError("invalid_transition", { role: input.role, person: person.name });
    }
    const previous = await passRole(tx, ctx, incident, input.role, person);
    return tell(tx, ctx, incident, input, { action: "assumed", person, previous });
  });
}

/**
 * Ends a role, whoever holds it.
 * @throws `invalid_transition` when nobody does; `stale_version`
 */
export async function renounceRole(ctx: Ctx, input: RenounceRole): Promise<ChangedIncident> {
  authorize(incidentPolicy, "assignRoles", ctx.actor, undefined);
  return transaction(ctx.db, async (tx) => {
    const incident = await lockIncident(tx, input.key);
    const repeated = await repeatedEntry(tx, incident, input.id);
    if (repeated) return changed(tx, incident.id, repeated);
    checkVersion(incident, input.expectedVersion);
    const holder = await holderOf(tx, incident.id, input.role);
    if (!holder) throw new AppError("invalid_transition", { role: input.role });
    checkHolder(incident, holder, input.holder);
    const previous = await passRole(tx, ctx, incident, input.role, null);
    return tell(tx, ctx, incident, input, { action: "renounced", person: null, previous });
  });
}

function checkHolder(incident: Incident, now: Holder | null, seen: string | null | undefined): void {
  if (seen !== undefined) checkSeen(incident, now?.id ?? "", seen ?? "");
}

type Told = { action: "assumed" | "renounced"; person: Holder | null; previous: Holder | null };

async function tell(
  tx: Tx,
  ctx: Ctx,
  incident: Incident,
  input: Omit<AssumeRole, "key">,
  { action, person, previous }: Told,
): Promise<ChangedIncident> {
  const overtaken = await dropOffers(tx, ctx, incident.id, input.role);
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
      ...(overtaken.length > 0 ? { overtaken } : {}),
    },
  });
  await notify(tx, "incidents", incident.number);
  return changed(tx, incident.id, { ...entryView(row), repeated: false });
}
