import { v7 as uuidv7 } from "uuid";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { audit } from "@/lib/db/audit";
import type { Tx } from "@/lib/db/client";
import { AppError, isAppError } from "@/lib/errors/app-error";
import { notify } from "@/lib/realtime/notify";
import { sha256 } from "../../content/adapter";
import { runbookSource } from "../../publishing/queries";
import { criticalityOf, strictest } from "../criticality";
import { liveStates } from "../machine";
import { personBehind, reviewPolicy } from "../policy";
import { carryOver } from "../same-change";
import { withReviewer } from "../trailer";
import { mayPublish, type ReviewRow } from "../view";

/** A text that is about to be published. */
export type Proposed = {
  path: string;
  text: string;
  baseBlob: string | null;
  message: string;
  /** Why nobody could be waited for. */
  urgent?: { reason: string };
};

/** What publishing has to know of the review: the message with its trailer, and in whose name the commit is made. */
export type Passed = {
  message: string;
  as: Ctx;
  /** Writes down what became of the review, in the transaction of the commit. */
  settle: (published: { commit: string; blob: string }) => Promise<void>;
};

/**
 * Lets a text pass to be published: approved as it is, of a criticality that asks for nobody, or in a hurry during an incident.
 * The criticality that counts is the stricter of the one that is published and the one of the text.
 * @throws `review_required` with `criticality`, the person's own request under way as `reviewId`, and `incident` when one is open;
 *   `reason_required`
 */
export async function requireReview(tx: Tx, ctx: Ctx, proposed: Proposed): Promise<Passed> {
  const { path, text, message, urgent } = proposed;
  // Should HEAD move from here on, the commit is refused: it names the blob that it was made from.
  const headText = await textAtHead(ctx, path);
  const approved = await approvalOf(tx, ctx, { ...proposed, headText });
  if (approved) {
    const email = approved.decidedById
      ? ((await tx.person.findUnique({ where: { id: approved.decidedById } }))?.email ?? null)
      : null;
    return {
      message: withReviewer(message, { name: approved.decidedBy ?? "", email }),
      as: inNameOf(ctx, approved),
      settle: (published) => settlePublished(tx, ctx, approved, published),
    };
  }
  const criticality = strictest(criticalityOf(headText), criticalityOf(text));
  const policy = criticality && (await tx.reviewPolicy.findUnique({ where: { criticality } }));
  if (policy?.rule !== "required") return { message, as: ctx, settle: async () => {} };
  const incident = await openIncident(tx, path);
  if (!urgent) {
    const own = await tx.reviewRequest.findFirst({ where: { ...mine(ctx), path, state: { in: [...liveStates] } } });
    throw new AppError("review_required", {
      criticality,
      reviewId: own?.id ?? null,
      state: own?.state ?? null,
      incident,
    });
  }
  authorize(reviewPolicy, "publishUrgently", ctx.actor, null);
  if (urgent.reason.trim() === "") throw new AppError("reason_required", { event: "urgent" });
  if (!incident) throw new AppError("review_required", { criticality, reviewId: null, state: null, incident });
  return {
    message,
    as: ctx,
    settle: (published) =>
      writeUrgent(tx, ctx, { ...proposed, headText, reason: urgent.reason.trim(), incident }, published),
  };
}

type AtHead = Proposed & { headText: string | null };

/** What is published now; null for a new runbook. */
async function textAtHead(ctx: Ctx, path: string): Promise<string | null> {
  try {
    return (await runbookSource(ctx, path)).text;
  } catch (error) {
    if (isAppError(error) && error.code === "not_found") return null;
    throw error;
  }
}

const mine = (ctx: Ctx) => ({ authorId: personBehind(ctx.actor), author: ctx.actor.name });

/** The approved request that this publication makes true, locked: of this very text, or of the same change on top of others'. */
async function approvalOf(tx: Tx, ctx: Ctx, { path, text, baseBlob, headText }: AtHead): Promise<ReviewRow | null> {
  await tx.$queryRaw`SELECT id FROM review_request WHERE path = ${path} AND state = 'approved' ORDER BY id FOR UPDATE`;
  const rows = await tx.reviewRequest.findMany({
    where: { path, state: "approved" },
    include: { rounds: { orderBy: { number: "desc" }, take: 1 } },
  });
  for (const { rounds, ...row } of rows) {
    const round = rounds[0];
    if (!round || !mayPublish(ctx.actor, row)) continue;
    if (round.baseBlob === baseBlob && round.sha === sha256(text)) return row;
    if (round.baseText === null || headText === null || round.baseBlob === baseBlob) continue;
    const carried = carryOver({ base: round.baseText, text: round.text }, headText);
    if (carried.keeps && carried.text === text) return row;
  }
  return null;
}

/** The commit is the work of who wrote the text, whoever presses the button. */
function inNameOf(ctx: Ctx, { authorId, author, byToken }: ReviewRow): Ctx {
  return { ...ctx, actor: { ...ctx.actor, id: byToken ? null : authorId, name: author } };
}

async function settlePublished(tx: Tx, ctx: Ctx, row: ReviewRow, { commit }: { commit: string }): Promise<void> {
  const at = ctx.now();
  await tx.reviewRequest.update({
    where: { id: row.id },
    data: {
      state: "published",
      commit,
      publishedAt: at,
      publishedBy: ctx.actor.name,
      updatedAt: at,
      version: { increment: 1 },
    },
  });
  const last = await tx.reviewRound.findFirst({ where: { requestId: row.id, number: row.round } });
  // The author's draft ends when it is what was published; what they wrote since stays.
  if (row.authorId)
    await tx.draft.deleteMany({ where: { personId: row.authorId, path: row.path, text: last?.text ?? "" } });
  const data = { path: row.path, commit, round: row.round, reviewer: row.decidedBy };
  await audit(tx, ctx, { action: "review.published", subject: `review:${row.id}`, data });
  await told(tx, ctx, row.id, row.version + 1);
}

type Urgent = AtHead & { reason: string; incident: string };

/** A publication without a review is itself one that waits: for somebody to approve it after the fact. */
async function writeUrgent(tx: Tx, ctx: Ctx, proposed: Urgent, { commit }: { commit: string }): Promise<void> {
  const { path, text, baseBlob, headText, message, reason, incident } = proposed;
  const at = ctx.now();
  const sha = sha256(text);
  // The same text that was waiting is published now: nobody has to look at it twice.
  await tx.reviewRequest.updateMany({
    where: { ...mine(ctx), path, state: { in: [...liveStates] }, rounds: { some: { sha } } },
    data: { state: "withdrawn", updatedAt: at, version: { increment: 1 } },
  });
  const id = uuidv7();
  const published = { state: "published" as const, commit, publishedAt: at, publishedBy: ctx.actor.name };
  await tx.reviewRequest.create({
    data: { id, path, ...mine(ctx), ...published, urgentReason: reason, incident, createdAt: at, updatedAt: at },
  });
  const said = { text, sha, baseBlob, baseText: headText, message };
  await tx.reviewRound.create({
    data: { id: uuidv7(), requestId: id, number: 1, ...said, author: ctx.actor.name, createdAt: at },
  });
  await audit(tx, ctx, {
    action: "review.bypassed",
    subject: `review:${id}`,
    data: { path, commit, reason, incident },
  });
  await told(tx, ctx, id, 1);
}

async function told(tx: Tx, ctx: Ctx, reviewId: string, version: number): Promise<void> {
  await notify(tx, `review:${reviewId}`, version);
  await notify(tx, "reviews", ctx.now().getTime());
}

/** The incident in whose hurry something is published: one of the service first, else the newest; null while none is open. */
async function openIncident(tx: Tx, path: string): Promise<string | null> {
  const open = { status: { notIn: ["resolved" as const, "closed" as const] } };
  const newest = { orderBy: { declaredAt: "desc" as const }, select: { number: true } };
  const service = path.split("/")[0] ?? "";
  const found =
    (await tx.incident.findFirst({ where: { ...open, services: { has: service } }, ...newest })) ??
    (await tx.incident.findFirst({ where: open, ...newest }));
  return found && `INC-${found.number}`;
}
