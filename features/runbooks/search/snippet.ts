import { bestLine, type Sought, soughtBy } from "./best-line";
import type { QueryTerm } from "./query-terms";
import { chunkWith, type SectionStore } from "./section-store";
import { tokenize } from "./terms";

export type Snippet = {
  text: string;
  /** Start and end of each match, in UTF-16 units of `text`. */
  matches: [number, number][];
};

const width = 180;

/** The line of a section that answers a query best, cut to about 180 characters around its matches. */
export function snippetOf(store: SectionStore, id: number, terms: QueryTerm[]): Snippet {
  const { worth, sought } = soughtIn(terms);
  const line = bestLine(chunkWith(store, id), store.startOf[id] as number, sought);
  const matches: [number, number][] = [];
  for (const { start, end, parts, wholes } of tokenize(line))
    if (hasOne(worth, parts) || hasOne(worth, wholes)) matches.push([start, end]);
  return cut(line, matches);
}

function hasOne(worth: Map<string, number>, terms: string[]): boolean {
  for (const term of terms) if (worth.has(term)) return true;
  return false;
}

type Asked = { terms: QueryTerm[]; worth: Map<string, number>; sought: Sought };
let last: Asked | null = null;

/** What all snippets of one query look for: only the last is known, because a `WeakMap` of all keeps them until a whole collection. */
function soughtIn(terms: QueryTerm[]): Asked {
  if (last?.terms === terms) return last;
  const worth = new Map<string, number>();
  for (const { rarity, matches } of terms) {
    for (const [term, quality] of matches) worth.set(term, Math.max(rarity * quality, worth.get(term) ?? 0));
  }
  last = { terms, worth, sought: soughtBy(worth) };
  return last;
}

function cut(line: string, matches: [number, number][]): Snippet {
  if (line.length <= width) return { text: line, matches };
  const first = matches[0]?.[0] ?? 0;
  let start = Math.max(0, Math.min(first - 40, line.length - width));
  if (start > 0) start = Math.max(start, line.indexOf(" ", start) + 1);
  if (start > first) start = first;
  const text = `${start > 0 ? "…" : ""}${line.slice(start, start + width)}${start + width < line.length ? "…" : ""}`;
  const shift = start > 0 ? 1 - start : 0;
  const end = start + width;
  const kept = matches.filter(([from, to]) => from >= start && to <= end);
  return { text, matches: kept.map(([from, to]): [number, number] => [from + shift, to + shift]) };
}
