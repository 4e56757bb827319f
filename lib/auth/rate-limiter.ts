import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import type { Db } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";

export type { RateLimiterPostgres } from "rate-limiter-flexible";

/** At most `points` in `seconds` for each key, counted over all instances. */
export type Rule = { kind: string; points: number; seconds: number };

/** A limiter that counts in the database. */
export function rateLimiter(db: Db, { kind, points, seconds }: Rule): RateLimiterPostgres {
  const rule = { keyPrefix: kind, points, duration: seconds };
  return new RateLimiterPostgres({
    ...rule,
    storeClient: clientOver(db),
    storeType: "pool",
    tableName: "rate_limit",
    tableCreated: true,
    // While the database is away nothing can be tried; this counts what was under way when it went.
    insuranceLimiter: new RateLimiterMemory(rule),
  });
}

/** @throws `rate_limited` with `retryAfter` in seconds */
export async function spend(limiter: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    throw limited(refused);
  }
}

/** Refuses a key that has spent everything, and spends nothing. @throws `rate_limited` with `retryAfter` in seconds */
export async function refuseSpent(limiter: RateLimiterPostgres, key: string): Promise<void> {
  const spent = await limiter.get(key);
  if (spent && spent.consumedPoints >= limiter.points && spent.msBeforeNext > 0) throw limited(spent);
}

const limited = ({ msBeforeNext }: RateLimiterRes) =>
  new AppError("rate_limited", { retryAfter: Math.max(1, Math.ceil(msBeforeNext / 1_000)) });

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
