import { setTimeout as sleep } from "node:timers/promises";
import type { Db } from "@/lib/db/client";
import { log } from "@/lib/log";
import { subscribe } from "@/lib/realtime/listener";
import type { IncidentState } from "../../incident-schema";
import { readState } from "../../queries";
import { readSince } from "../../timeline/queries";
import type { EntryView } from "../../timeline/schema";
import { changesState } from "../state-entry";

/** What happened since the batch before: entries in order, then older ones that changed, then the incident if it may have. */
export type Batch = { added: EntryView[]; changed: EntryView[]; incident: IncidentState | null };

type Feed = { followers: Set<(batch: Batch) => void>; ready: Promise<void>; stop: () => void };

// However many readers an incident has, this process reads each of its changes once.
const shared = globalThis as typeof globalThis & { bitacoraFeeds?: Map<string, Feed> };

const pageSize = 200;

/**
 * Follows an incident from now on. What was before is the caller's to read, after `ready`: nothing falls between the two.
 * @returns `stop`: no more batches
 */
export async function follow(
  db: Db,
  incidentId: string,
  follower: (batch: Batch) => void,
  now: () => Date,
): Promise<() => void> {
  shared.bitacoraFeeds ??= new Map();
  const feeds = shared.bitacoraFeeds;
  const feed = feeds.get(incidentId) ?? startFeed(db, incidentId, now);
  feeds.set(incidentId, feed);
  feed.followers.add(follower);
  const stop = () => {
    feed.followers.delete(follower);
    if (feed.followers.size > 0) return;
    feed.stop();
    if (feeds.get(incidentId) === feed) feeds.delete(incidentId);
  };
  try {
    await feed.ready;
    return stop;
  } catch (error) {
    stop();
    throw error;
  }
}

function startFeed(db: Db, incidentId: string, now: () => Date): Feed {
  const followers: Feed["followers"] = new Set();
  let position = 0;
  let wanted = false;
  let pumping = false;
  let stopped = false;

  const readOnce = async () => {
    const { added, changed } = await readSince(db, incidentId, position, pageSize);
    const touched = added.some(changesState) || (added.length === 0 && changed.length === 0);
    const incident = touched ? await readState(db, incidentId, now()) : null;
    position = added.at(-1)?.seq ?? position;
    wanted ||= added.length === pageSize;
    for (const follower of followers) follower({ added, changed, incident });
  };
  // Notices that arrive while we read are answered by one more reading, not by one each.
  const pump = async () => {
    wanted = true;
    if (pumping) return;
    pumping = true;
    while (wanted && !stopped) {
      wanted = false;
      await readOnce().catch(async (error) => {
        log.warn("an incident could not be read for its followers", { error, incidentId });
        wanted = true;
        await sleep(1_000, undefined, { ref: false });
      });
    }
    pumping = false;
  };
  const subscription = subscribe(`incident:${incidentId}`, () => void ready.then(pump, () => {}));
  const ready = subscription.ready.then(async () => {
    position = (await db.incident.findUniqueOrThrow({ where: { id: incidentId } })).lastSeq;
  });
  ready.catch(() => {}); // told to every follower by `follow`
  const stop = () => {
    stopped = true;
    subscription.stop();
  };
  return { followers, ready, stop };
}
