import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { AppError, isAppError } from "@/lib/errors/app-error";
import { locate } from "../../git/adapter";
import { isRunbookPath } from "../../git/content-file";
import { conflictOf } from "../commit/commands";
import { publishingPolicy } from "../policy";
import { editableSource, fileOf, history } from "../queries";
import type { CompareDraft, Conflict } from "../schema";

/** What HEAD holds of a runbook, and who published it last; null where there is none. */
export type PublishedNow = { blob: string; author: string; at: string; message: string } | null;

export async function publishedNow(ctx: Ctx, path: string): Promise<PublishedNow> {
  const source = await editableSource(ctx, path).catch((error: unknown) => {
    if (isAppError(error) && error.code === "not_found") return null;
    throw error;
  });
  if (!source?.blob) return null;
  const [last] = (await history(ctx, { path, limit: 1 })).versions;
  return { blob: source.blob, author: last?.author ?? "", at: last?.at ?? "", message: last?.subject ?? "" };
}

/** What publishing a text would meet now: what HEAD holds, what both came from, and a merge to be shown. Changes nothing. */
export async function compareDraft(ctx: Ctx, { path, text, baseBlob }: CompareDraft): Promise<Conflict> {
  authorize(publishingPolicy, "edit", ctx.actor, null);
  if (!isRunbookPath(path)) throw new AppError("not_found");
  return conflictOf({ path, text, baseBlob }, await fileOf(await locate(), path));
}
