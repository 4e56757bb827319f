import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { AppError, isAppError } from "@/lib/errors/app-error";
import { publishRunbook } from "../../publishing/commands";
import { editableSource } from "../../publishing/queries";
import type { Published } from "../../publishing/schema";
import { nextState } from "../machine";
import { reviewPolicy } from "../policy";
import { carryOver } from "../same-change";
import type { WithdrawReview } from "../schema";
import { mayPublish } from "../view";

/**
 * Publishes the approved text, as it was approved, in the name of who wrote it. When somebody published in between, the merge is
 * published if it makes exactly the change that was approved; otherwise the author puts it to review again.
 * @throws `stale_version`; `invalid_transition`; `review_lapsed` with the `merged` text; what `publishRunbook` throws
 */
export async function publishReview(ctx: Ctx, { reviewId, expectedVersion }: WithdrawReview): Promise<Published> {
  authorize(reviewPolicy, "request", ctx.actor, null);
  const row = await ctx.db.reviewRequest.findUnique({
    where: { id: reviewId },
    include: { rounds: { orderBy: { number: "desc" }, take: 1 } },
  });
  const round = row?.rounds[0];
  if (!row || !round) throw new AppError("not_found", { reviewId });
  if (row.state === "published" && row.commit && mayPublish(ctx.actor, row))
    return { path: row.path, commit: row.commit, blob: "", followed: true, behind: 0 };
  if (row.version !== expectedVersion) throw new AppError("stale_version", { expectedVersion, version: row.version });
  if (!nextState(row, "publish")) throw new AppError("invalid_transition", { from: row.state, event: "publish" });
  if (!mayPublish(ctx.actor, row)) throw new AppError("forbidden", { action: "publish" });
  const { path } = row;
  const head = await editableSource(ctx, path).catch((error: unknown) => {
    if (isAppError(error) && error.code === "not_found") return null;
    throw error;
  });
  const said = { path, message: round.message, answers: round.answers, adoptBlob: null };
  if ((head?.blob ?? null) === round.baseBlob)
    return publishRunbook(ctx, { ...said, text: round.text, baseBlob: round.baseBlob }, { review: reviewId });
  const base = round.baseText;
  const carried = head !== null && base !== null ? carryOver({ base, text: round.text }, head.text) : null;
  if (!head || !carried?.keeps)
    throw new AppError("review_lapsed", { path, merged: carried, blob: head?.blob ?? null });
  return publishRunbook(ctx, { ...said, text: carried.text, baseBlob: head.blob }, { review: reviewId });
}
