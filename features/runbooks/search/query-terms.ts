import type { SearchIndex } from "./search-index";
import { slips } from "./slips";
import { isStopWord, tokenize } from "./terms";
import { synonymsOf } from "./vocabulary";

/** One word of a query: the terms of the index that answer it, each with how well (1 is the word itself). */
export type QueryTerm = { term: string; rarity: number; matches: Map<string, number> };

const maxTerms = 64;
const maxText = 200_000;
const manyLines = 50;
const maxPrefixes = 24;
const maxGuesses = 6;

/**
 * The words of a query that tell sections apart, the rarest first and at most 64: a pasted log of thousands of lines
 * asks no more of the index than that. A word that the index lacks is looked for by its beginning (the last word),
 * by its meaning in the other language, and then by its nearest spelling.
 */
export function queryTerms(query: string, index: SearchIndex): QueryTerm[] {
  const text = distinctLines(query);
  const tokens = tokenize(text);
  const last = tokens.at(-1);
  const typed = last && last.end === text.length ? last.parts.at(-1) : undefined;
  const terms = new Set(tokens.flatMap((token) => [...token.parts, ...token.wholes]));
  const few = terms.size <= 12;
  const only = [...terms].every(isStopWord);
  const found: QueryTerm[] = [];
  for (const term of terms) {
    if ((isStopWord(term) && !only) || (!few && isIncidental(term))) continue;
    const matches = expand(term, index, few, few && term === typed);
    if (matches.size > 0) found.push({ term, rarity: rarityOf(matches, index), matches });
  }
  return found.toSorted((a, b) => b.rarity - a.rarity).slice(0, maxTerms);
}

/** A log says the same thing many times over with other numbers: one line of each kind is enough. */
function distinctLines(query: string): string {
  const lines = query.split("\n");
  if (lines.length < manyLines) return ends(query);
  const kinds = new Map(lines.toReversed().map((line) => [line.replace(/[0-9a-f]*\d[0-9a-f]*/gi, "#"), line]));
  return ends([...kinds.values()].toReversed().join("\n"));
}

/** The error usually stands at one end of what was pasted. */
const ends = (text: string) =>
  text.length <= maxText ? text : `${text.slice(0, maxText / 2)}\n${text.slice(-maxText / 2)}`;

/** Times, counts and addresses in a pasted text; a status such as 503 is not one of them. */
const isIncidental = (term: string) => /^[\d.:/@-]+$/.test(term) && !/^[45]\d\d$/.test(term);

function expand(term: string, index: SearchIndex, few: boolean, isLast: boolean): Map<string, number> {
  const matches = new Map<string, number>();
  const add = (candidate: string, quality: number) => {
    if (index.postings.has(candidate)) matches.set(candidate, Math.max(quality, matches.get(candidate) ?? 0));
  };
  add(term, 1);
  for (const synonym of synonymsOf(term)) add(synonym, 0.55);
  if (isLast && term.length >= 2) for (const candidate of startingWith(term, index.terms)) add(candidate, 0.6);
  if (matches.size === 0 && few && term.length >= 4 && !/\d/.test(term)) {
    for (const candidate of nearest(term, index.terms)) add(candidate, 0.4);
  }
  return matches;
}

/** Inverse document frequency of BM25, of the best match; ln. */
function rarityOf(matches: Map<string, number>, index: SearchIndex): number {
  const [best] = [...matches].toSorted((a, b) => b[1] - a[1])[0] ?? [""];
  const count = index.postings.get(best)?.sections.length ?? 0;
  return Math.log(1 + (index.sections.length - count + 0.5) / (count + 0.5));
}

function startingWith(prefix: string, terms: string[]): string[] {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((terms[middle] ?? "") < prefix) low = middle + 1;
    else high = middle;
  }
  const found: string[] = [];
  for (let at = low; at < terms.length && found.length < maxPrefixes && terms[at]?.startsWith(prefix); at++)
    found.push(terms[at] ?? "");
  return found;
}

/** Terms within one slip of the keyboard, two for long words; a letter changed, lost, added or swapped with the next. */
function nearest(term: string, terms: string[]): string[] {
  const allowed = term.length >= 8 ? 2 : 1;
  const found: { candidate: string; far: number }[] = [];
  for (const candidate of terms) {
    if (Math.abs(candidate.length - term.length) > allowed) continue;
    const far = slips(term, candidate, allowed);
    if (far <= allowed) found.push({ candidate, far });
  }
  const best = Math.min(...found.map((entry) => entry.far));
  return found
    .filter((entry) => entry.far === best)
    .slice(0, maxGuesses)
    .map((entry) => entry.candidate);
}
