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
import type { AddFollowUp, EditFollowUp } from "./schema";

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
 * Changes a follow-up: its words, its owner, its day, or whether it is done. What is already so stays so and leaves no entry.
 * @throws `not_found`, `unknown_person`, `future_time`, `before_start`; `stale_version` with the current one
 */
export async function editFollowUp(ctx: Ctx, input: EditFollowUp): Promise<FollowUpView> {
  authorize(incidentPolicy, "followUp", ctx.actor, undefined);
  return transaction(ctx.db, async (tx) => {
    const incident = await lockIncident(tx, input.key);
    const followUp = await tx.followUp.findUnique({ where: { id: input.followUpId } });
    if (!followUp || followUp.incidentId !== incident.id) throw new AppError("not_found");
    const before = followUpView(followUp);
    const owner = input.owner ? await findPerson(tx, input.owner) : before.owner;
    const { title = before.title, dueOn = before.dueOn, done = before.doneAt !== null } = input;
    const changes = changesOf(before, { title, owner: owner.name, dueOn });
    const turned = done !== (before.doneAt !== null);
    if (!changes && !turned && owner.id === before.owner.id) return before;
    if (input.expectedVersion !== undefined && input.expectedVersion !== followUp.version) {
      throw new AppError("stale_version", { current: before });
    }
    const at = doneAt(input.happenedAt, followUp.createdAt, ctx.now());
    const row = await tx.followUp.update({
      where: { id: followUp.id },
      data: {
        title,
        ownerId: owner.id,
        ownerName: owner.name,
        dueOn: new Date(`${dueOn}T00:00:00Z`),
        ...(turned ? { doneAt: done ? at : null } : {}),
        version: { increment: 1 },
      },
    });
    const tell = (event: string, body: string, more = {}) =>
      recordEntry(tx, ctx, incident.id, {
        kind: "note",
        happenedAt: at,
        body,
        data: { event, id: row.id, title, ...more },
      });
    if (changes)
      await tell("follow_up_changed", `${title} (${owner.name}, ${dueOn})`, { owner: owner.name, dueOn, changes });
    if (turned) await tell(done ? "follow_up_done" : "follow_up_reopened", title);
    return followUpView(row);
  });
}

type Facts = { title: string; owner: string; dueOn: string };

/** The facts that differ, before and after; null when none does. */
function changesOf({ title, owner, dueOn }: FollowUpView, to: Facts): Record<string, unknown> | null {
  const from: Facts = { title, owner: owner.name, dueOn };
  const names = (["title", "owner", "dueOn"] as const).filter((name) => from[name] !== to[name]);
  return names.length === 0
    ? null
    : Object.fromEntries(names.map((name) => [name, { from: from[name], to: to[name] }]));
}
