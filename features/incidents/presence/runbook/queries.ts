import { otherEditors } from "@/features/runbooks/drafts/queries";
import { publishedNow } from "@/features/runbooks/publishing/conflict/queries";
import { publishingPolicy } from "@/features/runbooks/publishing/policy";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { log } from "@/lib/log";
import type { EventStream } from "@/lib/realtime/event-stream";
import { subscribe } from "@/lib/realtime/listener";
import { attend } from "../commands";
import { followPresence } from "../feed/queries";

/** Whether somebody may follow the editing of runbooks. @throws `unauthenticated`, `forbidden` */
export const admitEditor = (ctx: Ctx): void => authorize(publishingPolicy, "edit", ctx.actor, null);

/**
 * Tells an editor of a runbook who else has it open and in which part (event `presence`), who has unpublished changes of it
 * (`drafts`) and what is published (`published`), now and whenever that changes; and shows them to the others.
 */
export async function meetOnRunbook(ctx: Ctx, path: string, stream: EventStream): Promise<void> {
  const topic = `runbook:${path}` as const;
  const sent = new Map<string, string>();
  const tell = async (event: string, read: () => Promise<unknown>) => {
    const data = await read();
    const text = JSON.stringify(data);
    if (sent.get(event) === text) return;
    sent.set(event, text);
    stream.send({ event, data });
  };
  const attempt = (event: string, read: () => Promise<unknown>) =>
    void tell(event, read).catch((error) => log.warn("the editing of a runbook could not be read", { error, event }));
  const drafts = () => attempt("drafts", async () => ({ drafts: await otherEditors(ctx, path) }));
  const published = () => attempt("published", () => publishedNow(ctx, path));
  const both = () => {
    drafts();
    published();
  };
  const subscriptions = [subscribe(topic, drafts), subscribe("runbooks", both)];
  const stopPresence = followPresence(ctx.db, topic, (data) => stream.send({ event: "presence", data }));
  const stop = () => {
    for (const subscription of subscriptions) subscription.stop();
    stopPresence();
  };
  stream.signal.addEventListener("abort", stop, { once: true });
  if (stream.signal.aborted) return stop();
  await Promise.all(subscriptions.map(({ ready }) => ready));
  both();
  // Without it the runbook is followed all the same, unseen.
  await attend(ctx, topic, "", stream).catch((error) => log.warn("presence could not be kept", { error }));
}
