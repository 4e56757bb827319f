import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import { getRunbook } from "../library/queries";
import { isReadable } from "../library/runbook";
import { runbookPolicy } from "../policy";
import { searchRunbooks } from "../search/queries";
import type { SearchResult } from "../search/search";
import { type Answer, type FoundSection, noAnswer } from "./answer";
import { factsOf, procedureOf } from "./facts";

/** Who asks, and when; no query here needs the database. */
type Reader = Pick<Ctx, "actor" | "now">;

/**
 * The sections that answer a query, best first, with what is known of their runbooks. An empty query has no answer.
 * @throws `unauthenticated` where runbooks are for members and the reader has not signed in
 */
export async function findAnswer(ctx: Reader, { q, limit }: { q: string; limit: number }): Promise<Answer> {
  authorize(runbookPolicy, "read", ctx.actor, env().READ_ACCESS);
  if (q === "") return noAnswer;
  const results = await searchRunbooks(q, limit);
  const now = ctx.now();
  return { results: (await Promise.all(results.map((result) => withFacts(result, now)))).flat() };
}

// A runbook may be gone since it was indexed: what cannot be opened is no answer.
async function withFacts(result: SearchResult, now: Date): Promise<FoundSection[]> {
  const found = await getRunbook(result.path);
  if (found.kind !== "runbook" || !isReadable(found.runbook)) return [];
  return [{ ...result, ...factsOf(found.runbook, now), procedure: procedureOf(found.runbook, result.anchor) }];
}
