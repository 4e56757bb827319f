import { v7 as uuidv7 } from "uuid";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { notify } from "@/lib/realtime/notify";
import { draftPolicy } from "../publishing/policy";
import { unwritableAt } from "../publishing/writable";
import { draftOf, ownDraft } from "./queries";
import type { DiscardDraft, Draft, SaveDraft } from "./schema";

/**
 * Keeps the actor's unpublished text of a runbook: one draft per person and file.
 * @throws `text_not_writable` with the place of what cannot be kept; `stale_version` with the draft as it is, when another window of the same person saved since
 */
export async function saveDraft(ctx: Ctx, input: SaveDraft): Promise<Draft> {
  authorize(draftPolicy, "keep", ctx.actor, null);
  const personId = ctx.actor.id ?? "";
  const { version, path, text, baseBlob, message } = input;
  const content = { text, baseBlob, message };
  const unwritable = unwritableAt(text);
  if (unwritable) throw new AppError("text_not_writable", unwritable);
  const saved = await transaction(ctx.db, async (tx) => {
    const updatedAt = ctx.now();
    if (version === 0) {
      const { count } = await tx.draft.createMany({
        data: { id: uuidv7(), personId, path, ...content, createdAt: updatedAt, updatedAt },
        skipDuplicates: true,
      });
      if (count === 1) await notify(tx, `runbook:${path}`, updatedAt.getTime());
      return count === 1 ? draftOf({ path, ...content, version: 1, updatedAt }) : null;
    }
    const { count } = await tx.draft.updateMany({
      where: { personId, path, version },
      data: { ...content, version: version + 1, updatedAt },
    });
    return count === 1 ? draftOf({ path, ...content, version: version + 1, updatedAt }) : null;
  });
  if (saved) return saved;
  throw new AppError("stale_version", { current: await ownDraft(ctx, path) });
}

/** Throws the actor's own draft away, with its files. Nobody else's. */
export async function discardDraft(ctx: Ctx, { path }: DiscardDraft): Promise<null> {
  authorize(draftPolicy, "keep", ctx.actor, null);
  await transaction(ctx.db, async (tx) => {
    const where = { personId: ctx.actor.id ?? "", path };
    await tx.draft.deleteMany({ where });
    await tx.draftFile.deleteMany({ where });
    await notify(tx, `runbook:${path}`, ctx.now().getTime());
  });
  return null;
}
