import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors/app-error";
import type { EventStream } from "@/lib/realtime/event-stream";
import { numberOf } from "../key";
import { incidentPolicy } from "../policy";
import { meetOnIncident } from "../presence/incident/queries";
import { readState } from "../queries";
import { readSince } from "../timeline/queries";
import { type Batch, follow } from "./feed/queries";

const pageSize = 100;

/**
 * The incident that a stream is for.
 * @throws `unauthenticated`, `forbidden`, `not_found`
 */
export async function incidentToFollow(ctx: Ctx, key: string): Promise<{ id: string; lastSeq: number }> {
  authorize(incidentPolicy, "read", ctx.actor, undefined);
  const where = { number: numberOf(key) };
  const incident = await ctx.db.incident.findUnique({ where, select: { id: true, lastSeq: true } });
  if (!incident) throw new AppError("not_found", { key });
  return incident;
}

/**
 * Sends everything after a number, then what happens, in order: `entry` (its `id:` is its number), `entry-changed` for a
 * correction or retraction, `incident` for the state. A change may come twice, never not at all. Lasts until the stream ends.
 */
export async function streamIncident(ctx: Ctx, id: string, after: number, stream: EventStream): Promise<void> {
  let position = after;
  let caughtUp = false;
  const waiting: Batch[] = [];
  const send = ({ added, changed, incident }: Batch) => {
    for (const entry of added.filter(({ seq }) => seq > position)) {
      stream.send({ event: "entry", id: entry.seq, data: entry });
      position = entry.seq;
    }
    for (const entry of changed) if (entry.seq <= position) stream.send({ event: "entry-changed", data: entry });
    if (incident) stream.send({ event: "incident", data: incident });
  };
  const stop = await follow(ctx.db, id, (batch) => (caughtUp ? send(batch) : waiting.push(batch)), ctx.now);
  stream.signal.addEventListener("abort", stop, { once: true });
  if (stream.signal.aborted) return stop();
  for (let more = true; more && !stream.signal.aborted; ) {
    const page = await readSince(ctx.db, id, position, pageSize);
    more = page.added.length === pageSize;
    send({ ...page, incident: null });
    await stream.drained();
  }
  const incident = await readState(ctx.db, id, ctx.now());
  // No await from here on: a batch that overtook a waiting one would hide it.
  stream.send({ event: "incident", data: incident });
  for (const batch of waiting) send(batch);
  caughtUp = true;
  await meetOnIncident(ctx, id, stream);
}
