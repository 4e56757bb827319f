import type { QueryTerm } from "./query-terms";
import type { IndexedRunbook } from "./section-store";
import { namesIn } from "./terms";
import { hashAt, hashBytes, hashesOf, hashOf } from "./word-hashes";

/** How much a name is about the words of a query and little else, from 0 to 1: by the hashes of its words between two bytes. */
export type Named = (bytes: Uint8Array, from: number, to: number) => number;

export function namedBy(terms: QueryTerm[]): Named {
  const worth = new Map<number, number>();
  let total = 0;
  for (const { cover, isHint, matches } of terms) {
    if (!isHint) total += cover;
    for (const [term, quality] of matches) {
      const hash = hashOf(term);
      worth.set(hash, Math.max(cover * quality, worth.get(hash) ?? 0));
    }
  }
  return (bytes, from, to) => {
    let covers = 0;
    let known = 0;
    for (let at = from; at < to; at += hashBytes) {
      const value = worth.get(hashAt(bytes, at));
      if (value === undefined) continue;
      covers += value;
      known += 1;
    }
    return known === 0 ? 0 : (Math.min(1, covers / (total || 1)) * known * hashBytes) / (to - from);
  };
}

type Names = { page: Uint8Array; file: Uint8Array };
const known = new WeakMap<IndexedRunbook, Names>();

/** What the title and the file of a runbook are named by: taken apart once for all its sections. */
export function namesOf(runbook: IndexedRunbook): Names {
  const before = known.get(runbook);
  if (before) return before;
  const names = {
    page: hashesOf(namesIn(runbook.title)),
    file: hashesOf(namesIn(runbook.path.split("/").at(-1) ?? "")),
  };
  known.set(runbook, names);
  return names;
}
