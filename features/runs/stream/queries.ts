import type { Ctx } from "@/lib/context";
import { log } from "@/lib/log";
import type { EventStream } from "@/lib/realtime/event-stream";
import { subscribe } from "@/lib/realtime/listener";
import { followRunbooks } from "../adopt/stream/queries";
import { getRun } from "../queries";

/**
 * Sends the run as it is, then again after each change; states in between may be left out, the last one never. Lasts until the
 * stream ends.
 */
export async function streamRun(ctx: Ctx, runId: string, stream: EventStream): Promise<void> {
  let wanted = false;
  let sending = false;
  const send = async () => {
    wanted = true;
    if (sending) return;
    sending = true;
    while (wanted && !stream.signal.aborted) {
      wanted = false;
      try {
        const run = await getRun(ctx, { runId });
        stream.send({ event: "run", id: run.version, data: run });
        await stream.drained();
      } catch (error) {
        log.warn("a run could not be read for its follower", { error, runId });
        stream.close();
      }
    }
    sending = false;
  };
  const subscription = subscribe(`run:${runId}`, () => void send());
  const stopFollowing = followRunbooks(() => void send());
  stream.signal.addEventListener("abort", subscription.stop, { once: true });
  stream.signal.addEventListener("abort", stopFollowing, { once: true });
  if (stream.signal.aborted) {
    stopFollowing();
    return subscription.stop();
  }
  await subscription.ready;
  await send();
}
