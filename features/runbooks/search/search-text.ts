import { searchLog } from "./log/search-log";
import { isPasted } from "./pasted";
import { type SearchResult, search } from "./search";
import type { SearchIndex } from "./search-index";
import type { Accept } from "./standing";

/**
 * The sections that answer a text, whatever it is: a query that was typed is searched for as a whole, and what was pasted is read
 * as a log, line by line.
 * @param limit results at most
 * @param accept which runbooks may answer; all when it is left out
 */
export const searchText = (index: SearchIndex, text: string, limit = 20, accept?: Accept): SearchResult[] =>
  isPasted(text) ? searchLog(index, text, limit, accept).results : search(index, text, limit, accept);
