import { synonymsOf } from "@/features/runbooks/search/glossary";
import { tokenize } from "@/features/runbooks/search/terms";
import { plainLine } from "./plain-line";
import type { QueryWord } from "./query-words";

export type Matches = [number, number][];
export type Snippet = { snippet: string; matches: Matches };

const width = 180;
const maxLines = 400;

/** Where a text answers a query: start and end of each word that does. */
export function matchesIn(text: string, words: QueryWord[]): Matches {
  const { terms, beginnings } = termsOf(words);
  return tokenize(text).flatMap(({ start, end, parts, wholes }): Matches => {
    const answers = [...parts, ...wholes].some(
      (term) => terms.has(term) || beginnings.some((beginning) => term.startsWith(beginning)),
    );
    return answers ? [[start, end]] : [];
  });
}

function termsOf(words: QueryWord[]) {
  const terms = new Set(words.flatMap(({ parts }) => [...parts, ...parts.flatMap(synonymsOf)]));
  const beginnings = words
    .flatMap(({ open, parts }) => (open ? parts.slice(-1) : []))
    .filter(({ length }) => length >= 2);
  return { terms, beginnings };
}

/** The line of a text that answers best, cut to about 180 characters around its first match. */
export function snippetOf(text: string, words: QueryWord[]): Snippet {
  let best: Snippet = { snippet: "", matches: [] };
  let most = -1;
  const lines = plainLine(text.normalize("NFC")).split("\n").slice(0, maxLines);
  for (const line of lines.map((line) => line.trim()).filter(Boolean)) {
    const matches = matchesIn(line, words);
    const distinct = new Set(matches.map(([start, end]) => line.slice(start, end).toLowerCase())).size;
    if (distinct <= most) continue;
    most = distinct;
    best = { snippet: line, matches };
  }
  return cut(best);
}

function cut({ snippet: line, matches }: Snippet): Snippet {
  if (line.length <= width) return { snippet: line, matches };
  const first = matches[0]?.[0] ?? 0;
  const start = Math.max(0, Math.min(first - 40, line.length - width));
  const end = start + width;
  const before = start > 0 ? "…" : "";
  const text = `${before}${line.slice(start, end)}${end < line.length ? "…" : ""}`;
  const kept = matches.filter(([from, to]) => from >= start && to <= end);
  return {
    snippet: text,
    matches: kept.map(([from, to]) => [from - start + before.length, to - start + before.length]),
  };
}
