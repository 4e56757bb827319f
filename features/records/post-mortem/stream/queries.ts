import { numberOf } from "@/features/incidents/key";
import { attend } from "@/features/incidents/presence/commands";
import { followPresence } from "@/features/incidents/presence/feed/queries";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors/app-error";
import { log } from "@/lib/log";
import type { EventStream } from "@/lib/realtime/event-stream";
import { subscribe } from "@/lib/realtime/listener";
import { postMortemPolicy } from "../policy";
import type { PostMortemRef } from "../schema";

/** The post-mortem that a stream is for. @throws `unauthenticated`, `forbidden`, `not_found` */
export async function postMortemToFollow(ctx: Ctx, { key }: PostMortemRef): Promise<{ incidentId: string }> {
  authorize(postMortemPolicy, "read", ctx.actor, { leads: [] });
  const where = { incident: { number: numberOf(key) } };
  const found = await ctx.db.postMortem.findFirst({ where, select: { incidentId: true } });
  if (!found) throw new AppError("not_found", { key });
  return found;
}

/** Sends who has the editor open (`presence`) and the newest version with its writer (`saved`), now and after every save. */
export async function streamPostMortem(ctx: Ctx, incidentId: string, stream: EventStream): Promise<void> {
  const topic = `postmortem:${incidentId}` as const;
  const tell = async () => {
    const select = { version: true, updatedBy: true, updatedById: true } as const;
    const row = await ctx.db.postMortem.findUnique({ where: { incidentId }, select });
    if (row) stream.send({ event: "saved", id: row.version, data: row });
  };
  const told = () => void tell().catch((error) => log.warn("a post-mortem could not be read", { error }));
  const subscription = subscribe(topic, told);
  const stopPresence = followPresence(ctx.db, topic, (data) => stream.send({ event: "presence", data }));
  const stop = () => {
    subscription.stop();
    stopPresence();
  };
  stream.signal.addEventListener("abort", stop, { once: true });
  if (stream.signal.aborted) return stop();
  await subscription.ready;
  told();
  // Without it the text is followed all the same, unseen.
  await attend(ctx, topic, "", stream).catch((error) => log.warn("presence could not be kept", { error }));
}
