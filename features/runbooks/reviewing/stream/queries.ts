import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors/app-error";
import type { EventStream } from "@/lib/realtime/event-stream";
import { subscribe } from "@/lib/realtime/listener";
import { reviewPolicy } from "../policy";
import type { ReviewRef } from "../schema";

/** The request that a stream is for. @throws `unauthenticated`, `forbidden`, `not_found` */
export async function reviewToFollow(ctx: Ctx, { reviewId }: ReviewRef): Promise<{ id: string }> {
  authorize(reviewPolicy, "read", ctx.actor, null);
  const found = await ctx.db.reviewRequest.findUnique({ where: { id: reviewId }, select: { id: true } });
  if (!found) throw new AppError("not_found", { reviewId });
  return found;
}

/** Sends `changed` whenever something happened to the request: the reader reads it again. */
export async function streamReview(reviewId: string, stream: EventStream): Promise<void> {
  const subscription = subscribe(`review:${reviewId}`, (seq) => stream.send({ event: "changed", data: { seq } }));
  stream.signal.addEventListener("abort", subscription.stop, { once: true });
  if (stream.signal.aborted) return subscription.stop();
  await subscription.ready;
  stream.send({ event: "ready", data: {} });
}
