import type { Db } from "@/lib/db/client";
import { addressGroup } from "./client-address";
import { type RateLimiterPostgres, rateLimiter, refuseSpent, spend } from "./rate-limiter";

/** Addresses that tried this many links that open nothing wait for the window to end. 256 bits cannot be guessed; the load can be felt. */
const rule = { kind: "link", points: 60, seconds: 15 * 60 };

const shared = globalThis as typeof globalThis & { bitacoraLinkLimits?: WeakMap<Db, RateLimiterPostgres> };

/**
 * Opens something by its secret, unless this address failed too often. Only what opens nothing counts, so that readers who look
 * every half minute cost nothing.
 * @throws `rate_limited` with `retryAfter` in seconds
 */
export async function countedOpening<T>(db: Db, address: string, open: () => Promise<T | null>): Promise<T | null> {
  shared.bitacoraLinkLimits ??= new WeakMap();
  const limiter = shared.bitacoraLinkLimits.get(db) ?? rateLimiter(db, rule);
  shared.bitacoraLinkLimits.set(db, limiter);
  const group = addressGroup(address);
  await refuseSpent(limiter, group);
  const opened = await open();
  if (opened === null) await spend(limiter, group);
  return opened;
}
