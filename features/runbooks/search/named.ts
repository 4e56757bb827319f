import type { QueryTerm } from "./query-terms";
import { type Scanned, scanNames, wordNumbers } from "./scan";
import type { IndexedRunbook } from "./section-store";
import { namesIn } from "./terms";

// One query at a time runs to its end: this is reused.
const scanned: Scanned = { numbers: new Int16Array(256), length: 0 };

/** How much a name is about the words of a query and little else, from 0 to 1. */
export type Named = {
  /** @param names of a title or a file, as `namesIn` takes them apart */
  inNames: (names: string[]) => number;
  /** The same of names in UTF-8 with spaces between. */
  inBytes: (bytes: Uint8Array, from: number, to: number) => number;
};

export function namedBy(terms: QueryTerm[]): Named {
  const worth = new Map<string, number>();
  let total = 0;
  for (const { cover, isHint, matches } of terms) {
    if (!isHint) total += cover;
    for (const [term, quality] of matches) worth.set(term, Math.max(cover * quality, worth.get(term) ?? 0));
  }
  const words = wordNumbers([...worth.keys()]);
  const values = [...worth.values()];
  const about = (covers: number, known: number, all: number) =>
    known === 0 ? 0 : (Math.min(1, covers / (total || 1)) * known) / all;
  return {
    inNames(names) {
      let covers = 0;
      let known = 0;
      for (const name of names) {
        const value = worth.get(name);
        if (value === undefined) continue;
        covers += value;
        known += 1;
      }
      return about(covers, known, names.length);
    },
    inBytes(bytes, from, to) {
      scanned.length = 0;
      scanNames(words, bytes, from, to, scanned);
      let covers = 0;
      let known = 0;
      for (let at = 0; at < scanned.length; at += 1) {
        const number = scanned.numbers[at] as number;
        if (number < 0) continue;
        covers += values[number] as number;
        known += 1;
      }
      return about(covers, known, scanned.length);
    },
  };
}

const known = new WeakMap<IndexedRunbook, { page: string[]; file: string[] }>();

/** What the title and the file of a runbook are named by: taken apart once for all its sections. */
export function namesOf(runbook: IndexedRunbook): { page: string[]; file: string[] } {
  const names = known.get(runbook) ?? {
    page: namesIn(runbook.title),
    file: namesIn(runbook.path.split("/").at(-1) ?? ""),
  };
  known.set(runbook, names);
  return names;
}
