import { ownTurn } from "@/lib/own-turn";
import { searchLogBeside } from "./log/search-log";
import { isPasted } from "./pasted";
import { type SearchResult, search } from "./search";
import type { SearchIndex } from "./search-index";
import type { Accept } from "./standing";
import { unknownWords } from "./unknown-words";

/** The sections that answer a query, best first, and the words of it that stand in no runbook that was read. */
export type Found = { results: SearchResult[]; unknown: string[] };

/** Searches an index, when it is this query's turn. @param accept which runbooks may answer; all when it is left out */
export async function findIn(index: SearchIndex, query: string, limit: number, accept?: Accept): Promise<Found> {
  await ownTurn();
  // What was pasted is as much work as a dozen queries: others go in between.
  const results = isPasted(query)
    ? (await searchLogBeside(index, query, ownTurn, limit, accept)).results
    : search(index, query, limit, accept);
  return { results, unknown: unknownWords(query, index) };
}
