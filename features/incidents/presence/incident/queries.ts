import type { Ctx } from "@/lib/context";
import { log } from "@/lib/log";
import type { EventStream } from "@/lib/realtime/event-stream";
import { attend } from "../commands";
import { crowdOf } from "../crowd";
import { followPresence } from "../feed/queries";

/**
 * Tells a stream who has the incident open (event `presence`) and shows its reader to the others, until it ends. Without presence
 * the incident is followed all the same, unseen.
 */
export async function meetOnIncident(ctx: Ctx, incidentId: string, stream: EventStream): Promise<void> {
  let last = "";
  const stop = followPresence(ctx.db, `incident:${incidentId}`, (presence) => {
    const crowd = crowdOf(presence);
    const text = JSON.stringify(crowd);
    if (text === last) return;
    last = text;
    stream.send({ event: "presence", data: crowd });
  });
  stream.signal.addEventListener("abort", stop, { once: true });
  if (stream.signal.aborted) return stop();
  await attend(ctx, `incident:${incidentId}`, "", stream).catch((error) =>
    log.warn("presence could not be kept", { error }),
  );
}
