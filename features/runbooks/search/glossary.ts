import { everydayWords } from "./glossary-everyday";
import { platformWords } from "./glossary-platform";
import { glossaryWords } from "./glossary-words";
import { lately } from "./lately";
import { isStopWord, queryTokens } from "./terms";

/** One way of saying something: the stems of its words. */
type Saying = string[];
type Glossary = { bySaying: Map<string, Saying[][]>; meaningsIn: (query: string) => Meanings };

/** What the words of a query mean in other words. */
export type Meanings = {
  /** Single words in the place of a single word. */
  byWord: Map<string, string[]>;
  /** Where several words of the query are one meaning: words that may be found instead of all of them. */
  phrases: { of: Saying; words: string[] }[];
  /** Words of what is said with several words: each tells a little, and all of them what the words of the query tell. */
  parts: { of: Saying; word: string; share: number }[];
};

/** Reads a glossary: a line is one meaning, with its ways of saying it separated by commas. */
export function readGlossary(text: string): Glossary {
  const bySaying = new Map<string, Saying[][]>();
  let longest = 1;
  for (const line of text.split("\n")) {
    const sayings = distinct(
      line
        .split(",")
        .map(stemsOf)
        .filter((saying) => saying.length > 0),
    );
    if (sayings.length < 2) continue;
    for (const saying of sayings) {
      longest = Math.max(longest, saying.length);
      const key = saying.join(" ");
      bySaying.set(key, [...(bySaying.get(key) ?? []), sayings.filter((other) => other.join(" ") !== key)]);
    }
  }
  return { bySaying, meaningsIn: lately((query) => meaningsIn(query, bySaying, longest)) };
}

/** `no responde` is not `responde`, nor `sin memoria` `memoria`. */
const denying = new Set(["no", "not", "sin", "without"]);

const stemsOf = (text: string): Saying =>
  queryTokens(text).flatMap(({ parts }) => parts.filter((part) => denying.has(part) || !isStopWord(part)));

const distinct = (sayings: Saying[]) => [...new Map(sayings.map((saying) => [saying.join(" "), saying])).values()];

const builtInWords = `${glossaryWords}${everydayWords}${platformWords}`;
const builtIn = readGlossary(builtInWords);
/** What every portal knows by itself: a meaning a line, its ways of saying it separated by commas, in the order of its words. */
export const builtInMeanings: string[] = [
  ...new Set(builtInWords.split("\n").filter((line) => line.trim() !== "")),
].sort((a, b) => a.localeCompare(b, "es"));
// On globalThis, because Next loads this module more than once in a process.
const shared = globalThis as typeof globalThis & { bitacoraMeanings?: Glossary };
const current = () => shared.bitacoraMeanings ?? builtIn;
/** Of a file that somebody edits: more lines than this, or longer ones, are left out. */
const mostExtra = 5_000;
const longestExtra = 500;

/**
 * Takes further meanings beside the built-in ones, for every query of this process from here on; those of an earlier call
 * are forgotten.
 * @param lines a meaning each, its ways of saying it (of one word or several, in any language) separated by commas. A line
 * with fewer than two ways of saying it, an empty one and one that begins with `#` mean nothing and are passed over.
 */
export function setExtraMeanings(lines: readonly string[]): void {
  const extra = lines.filter((line) => line.length <= longestExtra && !/^\s*#/.test(line)).slice(0, mostExtra);
  shared.bitacoraMeanings = extra.length === 0 ? builtIn : readGlossary([builtInWords, ...extra].join("\n"));
}

/** A pasted text is about its rare words; what its common ones mean elsewhere would drown them. */
const longestQuery = 400;
/** Words that one meaning may add. */
const mostParts = 6;

/** Finds the sayings in a query, the longest first, and what else is said for them. */
export const meaningsOf = (query: string, glossary = current()): Meanings => glossary.meaningsIn(query);

function meaningsIn(query: string, bySaying: Map<string, Saying[][]>, longest: number): Meanings {
  const meanings: Meanings = { byWord: new Map(), phrases: [], parts: [] };
  if (query.length > longestQuery) return meanings;
  const stems = stemsOf(query);
  const asked = new Set(stems);
  for (let from = 0; from < stems.length; from += 1) {
    for (let size = Math.min(longest, stems.length - from); size > 0; size -= 1) {
      const of = stems.slice(from, from + size);
      for (const others of bySaying.get(of.join(" ")) ?? []) take(meanings, of, others, asked);
    }
  }
  return meanings;
}

function take(meanings: Meanings, of: Saying, others: Saying[], asked: Set<string>): void {
  const isFresh = (word: string) => !asked.has(word) && !denying.has(word);
  const words = others
    .filter((saying) => saying.length === 1)
    .flat()
    .filter(isFresh);
  const [only = ""] = of;
  if (of.length === 1) meanings.byWord.set(only, [...(meanings.byWord.get(only) ?? []), ...words]);
  else if (words.length > 0) meanings.phrases.push({ of, words });
  const parts = others
    .filter((saying) => saying.length > 1)
    .flatMap((saying) => {
      const telling = saying.filter((word) => !denying.has(word));
      return telling.map((word) => ({ of, word, share: 1 / telling.length }));
    });
  meanings.parts.push(...parts.filter(({ word }) => isFresh(word)).slice(0, mostParts));
}

/** The words that mean the same as a term, in the other language or in this one. */
export const synonymsOf = (term: string): readonly string[] => meaningsOf(term).byWord.get(term) ?? [];
