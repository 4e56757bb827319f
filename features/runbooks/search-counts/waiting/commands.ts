import type { Ctx } from "@/lib/context";
import { transaction } from "@/lib/db/client";
import { asAppError } from "@/lib/http/problem";
import { log } from "@/lib/log";
import { addSearch } from "../commands";
import { letWait, takeWaiting } from "./waiting-searches";

/** How often it is looked whether the database is back, in milliseconds. */
const lookEveryMs = 5_000;

/** Counts what waited while the database was away. What still cannot be counted goes on waiting. @returns how many were counted */
export async function countWaiting(ctx: Pick<Ctx, "db">): Promise<number> {
  const waiting = takeWaiting();
  if (waiting.length === 0) return 0;
  for (const [at, search] of waiting.entries()) {
    try {
      await transaction(ctx.db, (tx) => addSearch(tx, search));
    } catch (error) {
      if (asAppError(error).code === "database_unavailable") {
        for (const one of waiting.slice(at)) letWait(one);
        return at;
      }
      log.warn("a search that waited cannot be counted", { error });
    }
  }
  return waiting.length;
}

/** Counts what waits as soon as the database is back. */
export function followWaitingCounts(context: () => Pick<Ctx, "db">): { stop: () => unknown } {
  let counting: Promise<unknown> | null = null;
  const look = async () => {
    counting ??= Promise.resolve().then(() => countWaiting(context()));
    await counting.catch((error: unknown) => log.warn("searches that wait cannot be counted", { error }));
    counting = null;
  };
  const timer = setInterval(() => void look(), lookEveryMs).unref();
  return { stop: () => clearInterval(timer) };
}
