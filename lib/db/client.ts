import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { AppError, isAppError } from "@/lib/errors/app-error";
import { Prisma, PrismaClient } from "./generated/client";

export type Db = PrismaClient;
export type Tx = Prisma.TransactionClient;

/**
 * A client with a connection pool of its own.
 * @param connectionString a `postgresql://` URL
 * @param max connections at the most
 */
export function connect(connectionString: string, max = 20): Db {
  const pool = new pg.Pool({
    connectionString,
    max,
    connectionTimeoutMillis: 3_000,
    idleTimeoutMillis: 30_000,
    // The adapter reads every timestamptz as if it were UTC, so the session has to be.
    options: "-c TimeZone=UTC -c lock_timeout=10s -c idle_in_transaction_session_timeout=60s",
  });
  pool.on("error", () => {}); // an idle connection that ends is replaced at the next query; without a listener it ends the process
  const adapter = new PrismaPg(pool, { disposeExternalPool: true });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 5_000, timeout: 15_000 } });
}

// Next loads modules several times over (instrumentation, routes, pages): one pool per process lives on globalThis.
const shared = globalThis as typeof globalThis & { bitacoraDb?: { url: string; db: Db } };

/** The process's database, from `DATABASE_URL` (which the server sets when it runs PostgreSQL itself). */
export function database(): Db {
  const url = process.env.DATABASE_URL;
  if (!url) throw new AppError("database_unavailable", { why: "DATABASE_URL is not set" });
  if (shared.bitacoraDb?.url !== url) shared.bitacoraDb = { url, db: connect(url) };
  return shared.bitacoraDb.db;
}

/** Closes the process's pool. */
export async function disconnect(): Promise<void> {
  const open = shared.bitacoraDb;
  shared.bitacoraDb = undefined;
  await open?.db.$disconnect();
}

/**
 * Runs `work` in one transaction, read committed: commands lock the row that they decide on (`… FOR UPDATE`), so what they
 * read cannot change under them.
 * @param timeoutMs longest run, where the usual one does not fit
 * @throws what `work` throws; `database_unavailable` when the database is away
 */
export async function transaction<T>(db: Db, work: (tx: Tx) => Promise<T>, timeoutMs?: number): Promise<T> {
  try {
    return await db.$transaction(work, timeoutMs === undefined ? undefined : { timeout: timeoutMs });
  } catch (error) {
    throw databaseError(error);
  }
}

const awayCodes = new Set([
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "P2028",
  "ECONNREFUSED",
  "ECONNRESET",
  "ETIMEDOUT",
  "57P01",
  "57P02",
  "57P03",
]);
const awayMessage =
  /ECONNREFUSED|ECONNRESET|Can't reach database|Connection terminated|terminating connection|timeout exceeded when trying to connect|the database system is (starting up|shutting down)|Unable to start a transaction|Server has closed the connection/i;

/** Turns "the database is away" in any of its spellings into `database_unavailable`; other errors pass unchanged. */
export function databaseError(error: unknown): unknown {
  if (isAppError(error) || !(error instanceof Error)) return error;
  const code = "code" in error ? String(error.code) : "";
  return awayCodes.has(code) || awayMessage.test(error.message)
    ? new AppError("database_unavailable", {}, { cause: error })
    : error;
}

/** Whether a unique constraint stopped the write, also one in raw SQL (SQLSTATE 23505). */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError &&
  (error.code === "P2002" || (error.code === "P2010" && error.message.includes("`23505`")));
