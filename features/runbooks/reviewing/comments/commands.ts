import { v7 as uuidv7 } from "uuid";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { audit } from "@/lib/db/audit";
import { type Tx, transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { notify } from "@/lib/realtime/notify";
import { isOwnReview, personBehind, reviewPolicy } from "../policy";
import { getReview, lockReview } from "../queries";
import type { AddComment, CorrectComment, ResolveComment, RetractComment, WholeReview } from "../schema";

/**
 * Says something about a line of the old or new text, about the whole, or in answer to a comment, also after the decision: a review
 * that is over is still talked about.
 * @throws `validation_failed` for a line that the text has not; `id_reused`
 */
export async function addComment(ctx: Ctx, input: AddComment): Promise<{ review: WholeReview; repeated: boolean }> {
  authorize(reviewPolicy, "comment", ctx.actor, null);
  const { reviewId, id = uuidv7(), body } = input;
  const repeated = await transaction(ctx.db, async (tx) => {
    const row = await lockReview(tx, reviewId);
    const known = await tx.reviewComment.findUnique({ where: { id } });
    if (known) {
      if (known.requestId !== reviewId || !isOwnReview(ctx.actor, known)) throw new AppError("id_reused", { id });
      return true;
    }
    const place = await placeOf(tx, input, row.round);
    const author = { authorId: personBehind(ctx.actor), author: ctx.actor.name };
    await tx.reviewComment.create({
      data: { id, requestId: reviewId, ...place, body, ...author, createdAt: ctx.now() },
    });
    await tell(tx, ctx, "review.commented", reviewId, { commentId: id, ...place });
    return false;
  });
  return { review: await getReview(ctx, { reviewId }), repeated };
}

/** Corrects one's own comment; what it said before stays readable. @throws `entry_retracted` */
export async function correctComment(ctx: Ctx, { reviewId, commentId, body }: CorrectComment): Promise<WholeReview> {
  return changeComment(ctx, { reviewId, commentId }, true, async (tx, comment) => {
    if (comment.retractedAt) throw new AppError("entry_retracted", { commentId });
    if (comment.body === body) return;
    const at = comment.editedAt ?? comment.createdAt;
    await tx.reviewCommentRevision.create({ data: { id: uuidv7(), commentId, body: comment.body, at } });
    await tx.reviewComment.update({ where: { id: commentId }, data: { body, editedAt: ctx.now() } });
    await tell(tx, ctx, "review.comment_corrected", reviewId, { commentId });
  });
}

/** Takes one's own comment back. It is shown as taken back, with what it said behind it. */
export async function retractComment(ctx: Ctx, { reviewId, commentId }: RetractComment): Promise<WholeReview> {
  return changeComment(ctx, { reviewId, commentId }, true, async (tx, comment) => {
    if (comment.retractedAt) return;
    await tx.reviewComment.update({ where: { id: commentId }, data: { retractedAt: ctx.now() } });
    await tell(tx, ctx, "review.comment_retracted", reviewId, { commentId });
  });
}

/** Marks the thread of a comment as settled, or opens it again; any editor may. */
export async function resolveComment(
  ctx: Ctx,
  { reviewId, commentId, resolved }: ResolveComment,
): Promise<WholeReview> {
  return changeComment(ctx, { reviewId, commentId }, false, async (tx, comment) => {
    if (comment.parentId) throw new AppError("validation_failed", { issues: [{ path: "commentId", code: "custom" }] });
    if ((comment.resolvedAt !== null) === resolved) return;
    const data = resolved
      ? { resolvedAt: ctx.now(), resolvedBy: ctx.actor.name }
      : { resolvedAt: null, resolvedBy: null };
    await tx.reviewComment.update({ where: { id: commentId }, data });
    await tell(tx, ctx, resolved ? "review.comment_resolved" : "review.comment_reopened", reviewId, { commentId });
  });
}

type Comment = NonNullable<Awaited<ReturnType<Tx["reviewComment"]["findUnique"]>>>;

async function changeComment(
  ctx: Ctx,
  { reviewId, commentId }: { reviewId: string; commentId: string },
  ownOnly: boolean,
  change: (tx: Tx, comment: Comment) => Promise<void>,
): Promise<WholeReview> {
  authorize(reviewPolicy, "comment", ctx.actor, null);
  await transaction(ctx.db, async (tx) => {
    await lockReview(tx, reviewId);
    const comment = await tx.reviewComment.findFirst({ where: { id: commentId, requestId: reviewId } });
    if (!comment) throw new AppError("not_found", { commentId });
    if (ownOnly && !isOwnReview(ctx.actor, comment)) throw new AppError("forbidden", { action: "comment" });
    await change(tx, comment);
  });
  return getReview(ctx, { reviewId });
}

/** Where a comment stands: with the one that it answers, else on its line of its round. */
async function placeOf(tx: Tx, { reviewId, parentId, side, line, round: asked }: AddComment, latest: number) {
  if (parentId !== null) {
    const parent = await tx.reviewComment.findFirst({ where: { id: parentId, requestId: reviewId, parentId: null } });
    if (!parent) throw new AppError("not_found", { commentId: parentId });
    return { parentId, round: parent.round, side: parent.side, line: parent.line };
  }
  const number = asked ?? latest;
  const round = await tx.reviewRound.findFirst({ where: { requestId: reviewId, number } });
  const text = side === "old" ? round?.baseText : round?.text;
  const lines = text?.split("\n").length ?? 0;
  const whole = side === null && line === null;
  if (!round || (!whole && (side === null || line === null || line > lines)))
    throw new AppError("validation_failed", { issues: [{ path: "line", code: "custom", message: `1–${lines}` }] });
  return { parentId: null, round: number, side, line };
}

async function tell(tx: Tx, ctx: Ctx, action: `review.${string}`, reviewId: string, data: Record<string, unknown>) {
  await audit(tx, ctx, { action, subject: `review:${reviewId}`, data });
  await notify(tx, `review:${reviewId}`, ctx.now().getTime());
  await notify(tx, "reviews", ctx.now().getTime());
}
