import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors/app-error";
import { ownTurn } from "@/lib/own-turn";
import { runbookPolicy } from "../../policy";
import { searchIndex } from "../queries";
import { longestLog } from "./api";
import { type LogSearch, searchLogBeside } from "./search-log";

/**
 * What a pasted log speaks for. The log is read and forgotten: it may hold anything, and nobody asked for it to be kept.
 * @throws `unauthenticated` where runbooks are for members and the reader has not signed in; `too_large` beyond 1,000,000
 * characters
 */
export async function findInLog(
  { actor }: Pick<Ctx, "actor">,
  { text, limit }: { text: string; limit: number },
): Promise<LogSearch> {
  authorize(runbookPolicy, "read", actor, env().READ_ACCESS);
  if (text.length > longestLog) throw new AppError("too_large", { limit: longestLog });
  return searchLogBeside(await searchIndex(), text, ownTurn, limit);
}
