import type { Db } from "@/lib/db/client";
import { log } from "@/lib/log";
import { subscribe } from "@/lib/realtime/listener";
import type { Watched } from "@/lib/realtime/notify";
import { readPresence } from "../queries";
import type { Presence } from "../schema";

type Follower = (presence: Presence) => void;
type Feed = { followers: Set<Follower>; last: string; stop: () => void };

// However many screens follow a topic, this process reads who is there once per change.
const shared = globalThis as typeof globalThis & { bitacoraPresence?: Map<string, Feed> };

/** A process that was killed cannot say that its screens are gone: every few ms it is looked at anyway. */
const lookMs = 5_000;

/**
 * Tells who has a thing open, now and whenever that changes.
 * @returns `stop`: no more calls
 */
export function followPresence(db: Db, topic: Watched, follower: Follower): () => void {
  shared.bitacoraPresence ??= new Map();
  const feeds = shared.bitacoraPresence;
  const feed = feeds.get(topic) ?? startFeed(db, topic);
  feeds.set(topic, feed);
  feed.followers.add(follower);
  if (feed.last) follower(JSON.parse(feed.last) as Presence);
  return () => {
    feed.followers.delete(follower);
    if (feed.followers.size > 0) return;
    feed.stop();
    if (feeds.get(topic) === feed) feeds.delete(topic);
  };
}

function startFeed(db: Db, topic: Watched): Feed {
  let wanted = false;
  let reading = false;
  const look = async () => {
    wanted = true;
    if (reading) return;
    reading = true;
    while (wanted && feed.followers.size > 0) {
      wanted = false;
      await readPresence(db, topic).then(tell, (error) => log.warn("presence could not be read", { error, topic }));
    }
    reading = false;
  };
  const tell = (presence: Presence) => {
    const text = JSON.stringify(presence);
    if (text === feed.last) return;
    feed.last = text;
    for (const follower of feed.followers) follower(presence);
  };
  const subscription = subscribe(`presence:${topic}`, () => void look());
  const timer = setInterval(() => void look(), lookMs).unref();
  const stop = () => {
    clearInterval(timer);
    subscription.stop();
  };
  const feed: Feed = { followers: new Set(), last: "", stop };
  void subscription.ready.then(look);
  return feed;
}
