import { v7 as uuidv7 } from "uuid";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { audit } from "@/lib/db/audit";
import { type Tx, transaction } from "@/lib/db/client";
import { AppError, isAppError } from "@/lib/errors/app-error";
import { notify } from "@/lib/realtime/notify";
import { sha256 } from "../content/adapter";
import { editableSource } from "../publishing/queries";
import { liveStates, nextState, type ReviewEvent } from "./machine";
import { isOwnReview, personBehind, reviewPolicy } from "./policy";
import { getReview, lockReview } from "./queries";
import type { DecideReview, RequestReview, ReviseReview, WholeReview, WithdrawReview } from "./schema";
import { type ReviewRow, reviewView } from "./view";

export type ReviewAnswer = { review: WholeReview; repeated: boolean };

/**
 * Puts a text to review. One request per person and runbook is under way at a time; a further text is a new round of it.
 * @throws `review_open` with the `reviewId` of that one; `unknown_person`; `id_reused`
 */
export async function requestReview(ctx: Ctx, input: RequestReview): Promise<ReviewAnswer> {
  authorize(reviewPolicy, "request", ctx.actor, null);
  const { id = uuidv7(), path, note, reviewerId } = input;
  const author = { authorId: personBehind(ctx.actor), author: ctx.actor.name };
  const base = await baseOf(ctx, path, input.baseBlob);
  const repeated = await transaction(ctx.db, async (tx) => {
    // There is no row to lock yet: the name of what is made is.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`review:${path}:${author.authorId ?? author.author}`}))`;
    const known = await tx.reviewRequest.findUnique({ where: { id } });
    if (known) {
      if (known.path !== path || !isOwnReview(ctx.actor, known)) throw new AppError("id_reused", { id });
      return true;
    }
    const open = await tx.reviewRequest.findFirst({ where: { ...author, path, state: { in: [...liveStates] } } });
    if (open) throw new AppError("review_open", { reviewId: open.id });
    const reviewer = await reviewerOf(tx, ctx, reviewerId);
    const at = ctx.now();
    const byToken = ctx.actor.kind === "token";
    await tx.reviewRequest.create({
      data: { id, path, ...author, byToken, ...reviewer, note, createdAt: at, updatedAt: at },
    });
    await addRound(tx, ctx, { id: uuidv7(), requestId: id, number: 1, ...input, baseText: base });
    await tell(tx, ctx, "review.requested", { id, path, version: 1 }, { round: 1, reviewer: reviewer.reviewer });
    return false;
  });
  return { review: await getReview(ctx, { reviewId: id }), repeated };
}

/**
 * Puts another text to the same review: what was decided on the one before no longer holds.
 * @throws `stale_version` with the `current` request; `invalid_transition`; `nothing_to_publish` for the same text again
 */
export async function reviseReview(ctx: Ctx, input: ReviseReview): Promise<ReviewAnswer> {
  const { reviewId, id = uuidv7(), expectedVersion } = input;
  authorize(reviewPolicy, "request", ctx.actor, null);
  const { path } = await getReview(ctx, { reviewId });
  const base = await baseOf(ctx, path, input.baseBlob);
  const repeated = await transaction(ctx.db, async (tx) => {
    const row = await lockReview(tx, reviewId);
    authorize(reviewPolicy, "revise", ctx.actor, row);
    if (await tx.reviewRound.findUnique({ where: { id } })) return true;
    const state = step(ctx, row, "revise", expectedVersion);
    const last = await tx.reviewRound.findFirst({ where: { requestId: reviewId, number: row.round } });
    if (last?.sha === sha256(input.text) && last.baseBlob === input.baseBlob) throw new AppError("nothing_to_publish");
    const number = row.round + 1;
    await addRound(tx, ctx, { ...input, id, requestId: reviewId, number, baseText: base });
    await move(tx, ctx, row, { state, round: number, decidedById: null, decidedBy: null, decidedAt: null });
    await tell(tx, ctx, "review.revised", row, { round: number, lapsed: row.state === "approved" });
    return false;
  });
  return { review: await getReview(ctx, { reviewId }), repeated };
}

/**
 * Approves the text that the reviewer saw, or asks for changes with a word. Never one's own, nor one of a token that one made.
 * A publication in a hurry is approved the same way, after the fact.
 * @throws `own_review`; `stale_version` with the `current` request; `invalid_transition`; `reason_required`
 */
export async function decideReview(ctx: Ctx, input: DecideReview): Promise<WholeReview> {
  authorize(reviewPolicy, "decide", ctx.actor, null);
  const { reviewId, decision, note, expectedVersion } = input;
  await transaction(ctx.db, async (tx) => {
    const row = await lockReview(tx, reviewId);
    if (isOwnReview(ctx.actor, row)) throw new AppError("own_review", { reviewId });
    const { id: decidedById, name: decidedBy } = ctx.actor;
    const decided = decision === "approve" ? "approved" : "changes_requested";
    const repeated = row.version === expectedVersion + 1 && row.decidedById === decidedById && row.state === decided;
    if (repeated) return;
    const state = step(ctx, row, decision, expectedVersion);
    if (decision === "request_changes" && note === "") throw new AppError("reason_required", { event: decision });
    const decidedAt = ctx.now();
    await move(tx, ctx, row, { state, decidedById, decidedBy, decidedAt });
    await tx.reviewRound.updateMany({
      where: { requestId: reviewId, number: row.round },
      data: { decision: decided, decisionNote: note, decidedBy, decidedAt },
    });
    await tell(tx, ctx, `review.${decided}`, row, { round: row.round, note, afterTheFact: row.state === "published" });
  });
  return getReview(ctx, { reviewId });
}

/** Takes a request back; its rounds and comments stay. @throws `stale_version`; `invalid_transition` */
export async function withdrawReview(ctx: Ctx, { reviewId, expectedVersion }: WithdrawReview): Promise<WholeReview> {
  authorize(reviewPolicy, "request", ctx.actor, null);
  await transaction(ctx.db, async (tx) => {
    const row = await lockReview(tx, reviewId);
    authorize(reviewPolicy, "withdraw", ctx.actor, row);
    if (row.state === "withdrawn" && row.version === expectedVersion + 1) return;
    await move(tx, ctx, row, { state: step(ctx, row, "withdraw", expectedVersion) });
    await tell(tx, ctx, "review.withdrawn", row, { round: row.round });
  });
  return getReview(ctx, { reviewId });
}

function step(ctx: Ctx, row: ReviewRow, event: ReviewEvent, expectedVersion: number) {
  if (row.version !== expectedVersion)
    throw new AppError("stale_version", { current: reviewView(row, ctx.actor, 0), expectedVersion });
  const state = nextState(row, event);
  if (!state) throw new AppError("invalid_transition", { from: row.state, event });
  return state;
}

const move = (tx: Tx, ctx: Ctx, { id }: ReviewRow, data: Partial<ReviewRow>) =>
  tx.reviewRequest.update({ where: { id }, data: { ...data, updatedAt: ctx.now(), version: { increment: 1 } } });

type Told = Pick<ReviewRow, "id" | "path" | "version">;

async function tell(tx: Tx, ctx: Ctx, action: `review.${string}`, row: Told, data: Record<string, unknown>) {
  await audit(tx, ctx, { action, subject: `review:${row.id}`, data: { path: row.path, ...data } });
  await notify(tx, `review:${row.id}`, row.version + 1);
  await notify(tx, "reviews", ctx.now().getTime());
}

type NewRound = Pick<RequestReview, "text" | "baseBlob" | "message" | "answers"> & {
  id: string;
  requestId: string;
  number: number;
  baseText: string | null;
};

function addRound(tx: Tx, ctx: Ctx, { id, requestId, number, text, baseBlob, baseText, message, answers }: NewRound) {
  const said = { text, sha: sha256(text), baseBlob, baseText, message, answers: answers ?? [] };
  return tx.reviewRound.create({
    data: { id, requestId, number, ...said, author: ctx.actor.name, createdAt: ctx.now() },
  });
}

/**
 * The text that a proposal was made from. A review of a text that was published since would show a difference that nobody makes.
 * @throws `stale_base` when HEAD holds another one
 */
async function baseOf(ctx: Ctx, path: string, baseBlob: string | null): Promise<string | null> {
  const head = await editableSource(ctx, path).catch((error: unknown) => {
    if (isAppError(error) && error.code === "not_found") return null;
    throw error;
  });
  if ((head?.blob ?? null) !== baseBlob) throw new AppError(baseBlob === null ? "path_taken" : "stale_base", { path });
  return head?.blob ? head.text : null;
}

async function reviewerOf(tx: Tx, ctx: Ctx, reviewerId: string | null) {
  if (reviewerId === null) return { reviewerId: null, reviewer: null };
  const person = await tx.person.findFirst({
    where: { id: reviewerId, disabledAt: null, role: { in: ["editor", "admin"] } },
  });
  if (!person || person.id === personBehind(ctx.actor)) throw new AppError("unknown_person", { reviewerId });
  return { reviewerId: person.id, reviewer: person.name };
}
