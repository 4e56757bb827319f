import { isEditor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors/app-error";
import { liveStates } from "./machine";
import { personBehind, reviewPolicy } from "./policy";
import type { ListReviews, Review, ReviewList, ReviewRef, WholeReview } from "./schema";
import { commentViews, type ReviewRow, reviewView, roundView } from "./view";

/** The request, locked until the transaction ends. @throws `not_found` */
export async function lockReview(tx: Tx, reviewId: string): Promise<ReviewRow> {
  await tx.$queryRaw`SELECT id FROM review_request WHERE id = ${reviewId}::uuid FOR UPDATE`;
  const row = await tx.reviewRequest.findUnique({ where: { id: reviewId } });
  if (!row) throw new AppError("not_found", { reviewId });
  return row;
}

/** A request with its rounds and comments. @throws `not_found` */
export async function getReview(ctx: Ctx, { reviewId }: ReviewRef): Promise<WholeReview> {
  authorize(reviewPolicy, "read", ctx.actor, null);
  const row = await ctx.db.reviewRequest.findUnique({
    where: { id: reviewId },
    include: {
      rounds: { orderBy: { number: "asc" } },
      comments: {
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        include: { revisions: { orderBy: [{ at: "asc" }, { id: "asc" }] } },
        take: 2_000,
      },
    },
  });
  if (!row) throw new AppError("not_found", { reviewId });
  const comments = commentViews(row.comments, row.rounds, ctx.actor);
  const open = comments.filter(isOpenThread).length;
  return { ...reviewView(row, ctx.actor, open), rounds: row.rounds.map(roundView), comments };
}

const isOpenThread = (one: { parentId: string | null; resolvedAt: string | null; retractedAt: string | null }) =>
  one.parentId === null && one.resolvedAt === null && one.retractedAt === null;

/** A page of requests: those that wait, the oldest first; those that are over, the newest first. */
export async function listReviews(ctx: Ctx, { show, path, limit, skip }: ListReviews): Promise<ReviewList> {
  authorize(reviewPolicy, "read", ctx.actor, null);
  const rows = await ctx.db.reviewRequest.findMany({
    where: { ...(path === undefined ? {} : { path }), ...filter(show, personBehind(ctx.actor)) },
    orderBy: [{ updatedAt: show === "closed" ? "desc" : "asc" }, { id: "asc" }],
    take: limit + 1,
    skip,
  });
  const page = rows.slice(0, limit);
  return { reviews: await withCounts(ctx, page), more: rows.length > limit };
}

function filter(show: ListReviews["show"], me: string | null): Prisma.ReviewRequestWhereInput {
  const live = { in: [...liveStates] };
  const unreviewed = { state: "published" as const, urgentReason: { not: null }, decidedAt: null };
  const others: Prisma.ReviewRequestWhereInput =
    me === null ? {} : { OR: [{ authorId: null }, { authorId: { not: me } }] };
  switch (show) {
    case "for_me":
      return { AND: [others, { OR: [{ state: "open", OR: [{ reviewerId: null }, { reviewerId: me }] }, unreviewed] }] };
    case "mine":
      return { state: live, authorId: me };
    case "live":
      return { state: live };
    case "unreviewed":
      return unreviewed;
    case "closed":
      return { state: { in: ["withdrawn", "published"] }, NOT: unreviewed };
  }
}

async function withCounts(ctx: Ctx, rows: ReviewRow[]): Promise<Review[]> {
  const groups = await ctx.db.reviewComment.groupBy({
    by: ["requestId"],
    where: { requestId: { in: rows.map(({ id }) => id) }, parentId: null, resolvedAt: null, retractedAt: null },
    _count: true,
  });
  const counts = new Map(groups.map(({ requestId, _count }) => [requestId, _count]));
  return rows.map((row) => reviewView(row, ctx.actor, counts.get(row.id) ?? 0));
}

/**
 * What waits for the reader as a reviewer, and what of theirs waits for themselves: approved and not published, or with changes asked
 * for. Nothing for those who do not edit.
 */
export async function reviewsWaitingFor(ctx: Ctx): Promise<{ toReview: Review[]; toFinish: Review[] }> {
  if (!isEditor(ctx.actor) || ctx.actor.id === null) return { toReview: [], toFinish: [] };
  const { reviews: toReview } = await listReviews(ctx, { show: "for_me", limit: 10, skip: 0 });
  const rows = await ctx.db.reviewRequest.findMany({
    where: { authorId: ctx.actor.id, state: { in: ["approved", "changes_requested"] } },
    orderBy: { updatedAt: "asc" },
    take: 10,
  });
  return { toReview, toFinish: await withCounts(ctx, rows) };
}

/** Publications in a hurry that nobody has looked at since, by runbook, the oldest first: for the worklist. */
export async function unreviewedPublications(ctx: Ctx): Promise<Review[]> {
  return (await listReviews(ctx, { show: "unreviewed", limit: 100, skip: 0 })).reviews;
}

/** Editors who may be asked: everybody who edits, without the one who asks. */
export async function listReviewers(ctx: Ctx): Promise<{ reviewers: { id: string; name: string }[] }> {
  authorize(reviewPolicy, "request", ctx.actor, null);
  const me = personBehind(ctx.actor);
  const reviewers = await ctx.db.person.findMany({
    where: { role: { in: ["editor", "admin"] }, disabledAt: null, ...(me ? { id: { not: me } } : {}) },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
    take: 200,
  });
  return { reviewers };
}
