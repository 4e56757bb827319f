import type { SearchSection } from "../artifact";
import type { QueryTerm } from "./query-terms";
import { tokenize } from "./terms";

export type Snippet = {
  text: string /** Start and end of each match, in UTF-16 units of `text`. */;
  matches: [number, number][];
};

const width = 180;
const maxLines = 400;

/** The line of a section that answers a query best, cut to about 180 characters around its matches. */
export function snippetOf(section: SearchSection, terms: QueryTerm[]): Snippet {
  const worth = new Map<string, number>();
  for (const { rarity, matches } of terms) {
    for (const [term, quality] of matches) worth.set(term, Math.max(rarity * quality, worth.get(term) ?? 0));
  }
  let best = { line: "", score: -1, matches: [] as [number, number][] };
  for (const line of linesOf(section)) {
    const matches: [number, number][] = [];
    const seen = new Map<string, number>();
    for (const token of tokenize(line)) {
      const hits = [...token.parts, ...token.wholes].filter((term) => worth.has(term));
      if (hits.length === 0) continue;
      matches.push([token.start, token.end]);
      for (const term of hits) seen.set(term, worth.get(term) ?? 0);
    }
    const score = [...seen.values()].reduce((sum, value) => sum + value, 0);
    if (score > best.score) best = { line, score, matches };
  }
  return cut(best.line, best.matches);
}

function linesOf(section: SearchSection): string[] {
  const texts = [section.symptoms, section.causes, section.prose, section.commands];
  const lines = texts.flatMap((text) => text.split("\n")).map((line) => line.trim().normalize("NFC"));
  return lines.filter(Boolean).slice(0, maxLines);
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
