import type { SearchIndex } from "./search-index";
import { gone } from "./section-store";

/** Terms that stand in more places than this are reckoned: among so many, what was taken out hardly shows. */
const mostCounted = 20_000;

/**
 * In how many of the sections that are there a term stands. A runbook that was replaced leaves its places behind until the
 * index is packed; they must not make a word look commoner than in an index that never had them.
 */
export function frequencyOf({ postings, sections }: SearchIndex, term: string): number {
  const found = postings.get(term);
  const { size, alive, runbookOf } = sections;
  if (!found || alive === size) return found?.length ?? 0;
  if (found.length > mostCounted) return Math.round((found.length * alive) / size);
  let count = 0;
  for (const { ids, from, to } of found.runs) {
    for (let at = from; at < to; at += 1) if (runbookOf[ids[at] as number] !== gone) count += 1;
  }
  return count;
}
