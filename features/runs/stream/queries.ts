import { attend } from "@/features/incidents/presence/commands";
import { followPresence } from "@/features/incidents/presence/feed/queries";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors/app-error";
import { log } from "@/lib/log";
import type { EventStream } from "@/lib/realtime/event-stream";
import { runPolicy } from "../policy";
import type { FollowRun, RunRef, RunView } from "../schema";
import { followRun } from "./feed/queries";
import { runChange } from "./run-change";

/** Whether there is such a run to follow. @throws `unauthenticated`, `forbidden`, `not_found` */
export async function checkFollow(ctx: Ctx, { runId }: RunRef): Promise<void> {
  authorize(runPolicy, "read", ctx.actor, undefined);
  const run = await ctx.db.run.findUnique({ where: { id: runId }, select: { id: true } });
  if (!run) throw new AppError("not_found", { runId });
}

/**
 * Sends the run as it is, then what becomes of it: `run` with all of it, or `run-changed` with what differs to the state sent
 * before, for whoever asked for changes; `presence` with who has it open. Lasts until the stream ends. Each follower is sent the
 * newest state when they have taken the one before, so nobody waits for a slow one.
 */
export async function streamRun(ctx: Ctx, { runId, view, place }: FollowRun, stream: EventStream): Promise<void> {
  let newest: RunView | null = null;
  let sent: RunView | null = null;
  let sending = false;
  const send = async () => {
    if (sending) return;
    sending = true;
    while (newest !== null && newest !== sent && !stream.signal.aborted) {
      const [before, now]: [RunView | null, RunView] = [sent, newest];
      sent = now;
      sendState(stream, view === "changes" ? before : null, now);
      await stream.drained();
    }
    sending = false;
  };
  const stopRun = followRun(ctx, runId, (run) => {
    newest = run;
    void send();
  });
  const stopPresence = followPresence(ctx.db, `run:${runId}`, (data) => stream.send({ event: "presence", data }));
  const stop = () => {
    stopRun();
    stopPresence();
  };
  stream.signal.addEventListener("abort", stop, { once: true });
  if (stream.signal.aborted) return stop();
  // Without it the run is followed all the same, unseen.
  await attend(ctx, `run:${runId}`, place, stream).catch((error) => log.warn("presence could not be kept", { error }));
}

function sendState(stream: EventStream, before: RunView | null, run: RunView): void {
  const change = before && runChange(before, run);
  if (before === null) stream.send({ event: "run", id: run.version, data: run });
  else if (change) stream.send({ event: "run-changed", id: run.version, data: change });
}
