import { v7 } from "uuid";
import { authorize } from "@/lib/auth/policy";
import { atLeast } from "@/lib/auth/roles";
import type { Ctx } from "@/lib/context";
import { audit } from "@/lib/db/audit";
import { transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { ownerKeyOf } from "../owner";
import { ownerPolicy } from "../policy";
import { askForRefresh } from "../refresh/commands";
import { listOwners } from "./queries";
import type { AnswerFor, OwnerList } from "./schema";

/**
 * Somebody answers for an owner from now on: its items are theirs. Saying it twice is saying it once.
 * @throws `not_found` for a person who is not here, or does not keep runbooks; `forbidden` for somebody else's name
 */
export async function answerFor(ctx: Ctx, input: AnswerFor): Promise<OwnerList> {
  const personId = whoOf(ctx, input);
  const [owner, ownerKey] = [input.owner, ownerKeyOf(input.owner)];
  await transaction(ctx.db, async (tx) => {
    const person = await tx.person.findUnique({ where: { id: personId } });
    if (!person || person.disabledAt || !atLeast(person.role, "editor")) throw new AppError("not_found", { personId });
    const { count } = await tx.ownerPerson.createMany({
      data: [
        { id: v7(), owner, ownerKey, personId, personName: person.name, addedBy: ctx.actor.name, createdAt: ctx.now() },
      ],
      skipDuplicates: true,
    });
    if (count === 0) return;
    const data = { personId, person: person.name };
    await audit(tx, ctx, { action: "owner.taken_on", subject: `owner:${ownerKey}`, data });
    await askForRefresh(tx, ctx);
  });
  return listOwners(ctx);
}

/** Somebody answers for an owner no longer. @throws `forbidden` for somebody else's */
export async function stopAnswering(ctx: Ctx, input: AnswerFor): Promise<OwnerList> {
  const personId = whoOf(ctx, input);
  const ownerKey = ownerKeyOf(input.owner);
  await transaction(ctx.db, async (tx) => {
    const { count } = await tx.ownerPerson.deleteMany({ where: { ownerKey, personId } });
    if (count === 0) return;
    await audit(tx, ctx, { action: "owner.given_up", subject: `owner:${ownerKey}`, data: { personId } });
    await askForRefresh(tx, ctx);
  });
  return listOwners(ctx);
}

function whoOf({ actor }: Ctx, { personId = actor.id ?? undefined }: AnswerFor): string {
  authorize(ownerPolicy, "answerFor", actor, { personId: personId ?? "" });
  if (personId) return personId;
  throw new AppError("validation_failed", {
    issues: [{ path: "personId", code: "custom", message: "a token is nobody" }],
  });
}
