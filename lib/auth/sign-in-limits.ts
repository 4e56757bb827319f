import { createHash } from "node:crypto";
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import type { Db } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { addressGroup } from "./client-address";

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

function limiter(db: Db, kind: keyof typeof limits): RateLimiterPostgres {
  const rule = { keyPrefix: kind, points: limits[kind], duration: windowSeconds };
  return new RateLimiterPostgres({
    ...rule,
    storeClient: clientOver(db),
    storeType: "pool",
    tableName: "rate_limit",
    tableCreated: true,
    // While the database is away nobody can sign in; this counts those whose attempt was under way when it went.
    insuranceLimiter: new RateLimiterMemory(rule),
  });
}

type Row = { points: number; expire: bigint | null };

// The limiter wants a `pg` client; it gets the process's pool through Prisma, and times as numbers, with which it calculates.
const clientOver = (db: Db) => ({
  async query({ text, values = [] }: { text: string; values?: unknown[] }) {
    const rows = await db.$queryRawUnsafe<Row[]>(
      text,
      ...values.map((value) => (isTime(value) ? BigInt(value) : value)),
    );
    return {
      rows: rows.map((row) => ({ ...row, expire: row.expire === null ? null : Number(row.expire) })),
      rowCount: rows.length,
    };
  },
});

const isTime = (value: unknown): value is number => typeof value === "number" && value > 2 ** 31;

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

async function spend(limiter: RateLimiterPostgres, key: string) {
  try {
    await limiter.consume(key);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    throw new AppError("rate_limited", { retryAfter: Math.max(1, Math.ceil(refused.msBeforeNext / 1_000)) });
  }
}
