import { createHash } from "node:crypto";
import type { Db } from "@/lib/db/client";
import { addressGroup } from "./client-address";
import { type RateLimiterPostgres, rateLimiter, spend } from "./rate-limiter";

/** Failed sign-ins within `windowSeconds`, after which an account or an address has to wait for the window to end. */
const windowSeconds = 15 * 60;
const limits = { account: 10, address: 100 } as const;

type Limiters = Record<keyof typeof limits, RateLimiterPostgres>;
const shared = globalThis as typeof globalThis & { bitacoraSignInLimits?: WeakMap<Db, Limiters> };

function limitersOf(db: Db): Limiters {
  shared.bitacoraSignInLimits ??= new WeakMap();
  const made = shared.bitacoraSignInLimits.get(db) ?? {
    account: limiter(db, "account"),
    address: limiter(db, "address"),
  };
  shared.bitacoraSignInLimits.set(db, made);
  return made;
}

const limiter = (db: Db, kind: keyof typeof limits) =>
  rateLimiter(db, { kind, points: limits[kind], seconds: windowSeconds });

/** Nobody's typing is kept: people mistake the field and type their password where the e-mail goes. */
const accountKey = (email: string) => createHash("sha256").update(email).digest("base64url");

type Attempt = { email: string; address: string };

/**
 * Runs the check of a password, unless too many failed before. The attempt counts as failed before it is checked, so that
 * attempts sent at the same time count too; a right one is taken back and gives the account a fresh start.
 * @param check throws when the password is wrong
 * @throws `rate_limited` with `retryAfter` in seconds; what `check` throws
 */
export async function countedAttempt<T>(db: Db, { email, address }: Attempt, check: () => Promise<T>): Promise<T> {
  const { account, address: addresses } = limitersOf(db);
  const [accountName, group] = [accountKey(email), addressGroup(address)];
  await spend(addresses, group);
  await spend(account, accountName);
  const result = await check();
  await Promise.all([account.delete(accountName), addresses.reward(group)]);
  return result;
}
