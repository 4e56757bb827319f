import { v7 } from "uuid";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { followUpView } from "../attached-view";
import type { FollowUpView } from "../incident-schema";
import { lockIncident } from "../lock/queries";
import { findPerson } from "../people/queries";
import { incidentPolicy } from "../policy";
import { doneAt } from "../timeline/happened";
import { recordEntry } from "../timeline/record/commands";
import type { AddFollowUp, FinishFollowUp } from "./schema";

/**
 * Adds what remains to be done, with an owner and a day. Also after closing: post-mortems find more. The same id twice is one.
 * @throws `not_found`, `unknown_person`, `id_reused`, `future_time`, `before_start`
 */
export async function addFollowUp(ctx: Ctx, input: AddFollowUp): Promise<FollowUpView & { repeated: boolean }> {
  authorize(incidentPolicy, "followUp", ctx.actor, undefined);
  return transaction(ctx.db, async (tx) => {
    const incident = await lockIncident(tx, input.key);
    const known = input.id ? await tx.followUp.findUnique({ where: { id: input.id } }) : null;
    if (known && known.incidentId !== incident.id) throw new AppError("id_reused", { id: input.id });
    if (known) return { ...followUpView(known), repeated: true };
    const at = doneAt(input.happenedAt, incident.declaredAt, ctx.now());
    const owner = input.owner ? await findPerson(tx, input.owner) : ctx.actor;
    const row = await tx.followUp.create({
      data: {
        id: input.id ?? v7(),
        incidentId: incident.id,
        title: input.title,
        ownerId: owner.id,
        ownerName: owner.name,
        dueOn: new Date(`${input.dueOn}T00:00:00Z`),
        createdAt: at,
      },
    });
    await recordEntry(tx, ctx, incident.id, {
      kind: "note",
      happenedAt: at,
      body: `${input.title} (${owner.name}, ${input.dueOn})`,
      data: { event: "follow_up_added", id: row.id, title: input.title, owner: owner.name, dueOn: input.dueOn },
    });
    return { ...followUpView(row), repeated: false };
  });
}

/**
 * Marks a follow-up done, or not done after all. What is already so stays so.
 * @throws `not_found`, `future_time`, `before_start`
 */
export async function finishFollowUp(ctx: Ctx, input: FinishFollowUp): Promise<FollowUpView> {
  authorize(incidentPolicy, "followUp", ctx.actor, undefined);
  return transaction(ctx.db, async (tx) => {
    const incident = await lockIncident(tx, input.key);
    const followUp = await tx.followUp.findUnique({ where: { id: input.followUpId } });
    if (!followUp || followUp.incidentId !== incident.id) throw new AppError("not_found");
    if ((followUp.doneAt !== null) === input.done) return followUpView(followUp);
    const at = doneAt(input.happenedAt, followUp.createdAt, ctx.now());
    const data = { doneAt: input.done ? at : null };
    const row = await tx.followUp.update({ where: { id: followUp.id }, data });
    await recordEntry(tx, ctx, incident.id, {
      kind: "note",
      happenedAt: at,
      body: followUp.title,
      data: { event: input.done ? "follow_up_done" : "follow_up_reopened", id: followUp.id, title: followUp.title },
    });
    return followUpView(row);
  });
}
