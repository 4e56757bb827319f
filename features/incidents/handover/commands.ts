import { v7 } from "uuid";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { type Tx, transaction } from "@/lib/db/client";
import type { Incident, RoleHandover } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors/app-error";
import { notify } from "@/lib/realtime/notify";
import { lockIncident } from "../lock/queries";
import { findPerson, findResponder } from "../people/queries";
import { incidentPolicy } from "../policy";
import { holderOf, passRole } from "../roles/intervals/commands";
import { entryView } from "../timeline/entry-view";
import { repeatedEntry } from "../timeline/queries";
import { recordEntry } from "../timeline/record/commands";
import type { AppendedEntry } from "../timeline/schema";
import { handoverView } from "./handover-view";
import { handoverPolicy } from "./policy";
import type { ChangedHandover, DecideHandover, OfferRole } from "./schema";
import { handoverWords } from "./words";

/**
 * Offers the caller's role to somebody, with what they should know. It stays the caller's until the other one accepts.
 * @throws `not_role_holder`; `handover_open` when one waits already; `unknown_person`; `invalid_transition` to oneself;
 *   `incident_closed`, `id_reused`
 */
export async function offerRole(ctx: Ctx, input: OfferRole): Promise<ChangedHandover> {
  authorize(incidentPolicy, "assignRoles", ctx.actor, undefined);
  return transaction(ctx.db, async (tx) => {
    const incident = await lockIncident(tx, input.key);
    const repeated = await repeatedEntry(tx, incident, input.id);
    if (repeated) return repetition(tx, repeated);
    if (incident.status === "closed") throw new AppError("incident_closed");
    const { role, note } = input;
    const from = await holderOf(tx, incident.id, role);
    if (!from || from.id !== ctx.actor.id || from.name !== ctx.actor.name) {
      throw new AppError("not_role_holder", { role, holder: from?.name ?? null });
    }
    const to = await findResponder(tx, (await findPerson(tx, input.to)).id);
    if (to.id === from.id) throw new AppError("invalid_transition", { role, person: to.name });
    const waiting = await tx.roleHandover.findFirst({ where: { incidentId: incident.id, role, state: "offered" } });
    if (waiting) throw new AppError("handover_open", { current: handoverView(waiting) });
    const handover = await tx.roleHandover.create({
      data: {
        id: v7(),
        incidentId: incident.id,
        role,
        fromId: from.id,
        fromName: from.name,
        toId: to.id,
        toName: to.name,
        note,
        offeredAt: ctx.now(),
      },
    });
    return tell(tx, ctx, incident, handover, { id: input.id, event: "offered", text: note });
  });
}

const states = { accept: "accepted", decline: "declined", withdraw: "withdrawn" } as const;

/**
 * Accepts, declines or withdraws an offer. Accepting passes the role in the same transaction.
 * @throws `not_found`, `forbidden`; `handover_settled` when it was decided already; `reason_required` for a refusal without one;
 *   `incident_closed`, `id_reused`
 */
export async function decideHandover(ctx: Ctx, input: DecideHandover): Promise<ChangedHandover> {
  authorize(incidentPolicy, "assignRoles", ctx.actor, undefined);
  return transaction(ctx.db, async (tx) => {
    const incident = await lockIncident(tx, input.key);
    const repeated = await repeatedEntry(tx, incident, input.id);
    if (repeated) return repetition(tx, repeated);
    const offer = await tx.roleHandover.findUnique({ where: { id: input.handoverId } });
    if (!offer || offer.incidentId !== incident.id) throw new AppError("not_found");
    authorize(handoverPolicy, input.decision, ctx.actor, offer);
    if (offer.state !== "offered") throw new AppError("handover_settled", { current: handoverView(offer) });
    if (input.decision === "decline" && !input.reason) throw new AppError("reason_required", { role: offer.role });
    if (input.decision === "accept") {
      if (incident.status === "closed") throw new AppError("incident_closed");
      await passRole(tx, ctx, incident, offer.role, { id: offer.toId, name: offer.toName });
    }
    const state = states[input.decision];
    const { reason = null, id } = input;
    const handover = await tx.roleHandover.update({
      where: { id: offer.id },
      data: { state, decidedAt: ctx.now(), decidedBy: ctx.actor.name, reason, version: { increment: 1 } },
    });
    return tell(tx, ctx, incident, handover, { id, event: state, text: reason ?? "" });
  });
}

type Told = { id?: string; event: RoleHandover["state"]; text: string };

async function tell(
  tx: Tx,
  ctx: Ctx,
  incident: Incident,
  handover: RoleHandover,
  { id, event, text }: Told,
): Promise<ChangedHandover> {
  const { role, fromId, fromName, toId, toName } = handover;
  const [from, to] = [
    { id: fromId, name: fromName },
    { id: toId, name: toName },
  ];
  const row = await recordEntry(tx, ctx, incident.id, {
    id,
    kind: "role",
    body: [handoverWords(ctx.locale)(event, role, fromName, toName), text].filter(Boolean).join("\n\n"),
    data: {
      event: `handover_${event}`,
      handoverId: handover.id,
      role,
      from,
      to,
      text,
      // The role itself changes at the acceptance, and only then.
      ...(event === "accepted" ? { action: "assumed", person: to, previous: from } : {}),
    },
  });
  await notify(tx, "incidents", incident.number);
  return { handover: handoverView(handover), entry: { ...entryView(row), repeated: false } };
}

async function repetition(tx: Tx, entry: AppendedEntry): Promise<ChangedHandover> {
  const id = String(entry.data.handoverId ?? "");
  const handover = id ? await tx.roleHandover.findUnique({ where: { id } }) : null;
  if (!handover) throw new AppError("id_reused", { id: entry.id });
  return { handover: handoverView(handover), entry };
}
