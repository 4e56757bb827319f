import { setTimeout as sleep } from "node:timers/promises";
import { system } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { log } from "@/lib/log";
import { subscribe } from "@/lib/realtime/listener";
import { followRunbooks } from "../../adopt/stream/queries";
import { loadRun } from "../../lock/queries";
import { viewOf } from "../../queries";
import type { RunView } from "../../schema";

type Feed = { followers: Set<(run: RunView) => void>; latest: RunView | null; stop: () => void };

// However many screens follow a run, this process reads it once per change.
const shared = globalThis as typeof globalThis & { bitacoraRuns?: Map<string, Feed> };

/**
 * Tells a run as it is, then again after each change; states in between may be left out, the last one never.
 * @returns `stop`: no more calls
 */
export function followRun(ctx: Ctx, runId: string, follower: (run: RunView) => void): () => void {
  shared.bitacoraRuns ??= new Map();
  const feeds = shared.bitacoraRuns;
  const feed = feeds.get(runId) ?? startFeed({ ...ctx, actor: system }, runId);
  feeds.set(runId, feed);
  feed.followers.add(follower);
  if (feed.latest) follower(feed.latest);
  return () => {
    feed.followers.delete(follower);
    if (feed.followers.size > 0) return;
    feed.stop();
    if (feeds.get(runId) === feed) feeds.delete(runId);
  };
}

function startFeed(ctx: Ctx, runId: string): Feed {
  let wanted = false;
  let reading = false;
  const read = async () => {
    feed.latest = await viewOf(ctx, await loadRun(ctx.db, runId));
    for (const follower of feed.followers) follower(feed.latest);
  };
  // Notices that arrive while we read are answered by one more reading, not by one each.
  const pump = async () => {
    wanted = true;
    if (reading) return;
    reading = true;
    while (wanted && feed.followers.size > 0) {
      wanted = false;
      await read().catch(async (error) => {
        log.warn("a run could not be read for its followers", { error, runId });
        wanted = true;
        await sleep(1_000, undefined, { ref: false });
      });
    }
    reading = false;
  };
  const subscription = subscribe(`run:${runId}`, () => void pump());
  const stopRunbooks = followRunbooks(() => void pump());
  const stop = () => {
    subscription.stop();
    stopRunbooks();
  };
  const feed: Feed = { followers: new Set(), latest: null, stop };
  void subscription.ready.then(pump);
  return feed;
}
