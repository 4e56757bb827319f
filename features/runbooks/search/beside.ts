import { pairsOf, phrasesOf } from "./phrases";
import { hashAt, hashBytes, hashOf, likelyOf, mayBe } from "./word-hashes";

const gains = { phraseInTitle: 0.8, phrase: 0.5, pairs: 0.45 } as const;
/** What parts two hashes in the key of a pair. */
const shift = 2 ** (8 * hashBytes);
const none = -1;

// One query at a time runs to its end: this is reused.
const found = { pairs: 0, phrase: false };

/** What the words of a section gain, by their hashes, for having a line of the query or neighbours of it side by side. */
export type Beside = (bytes: Uint8Array, places: { titleWords: number; words: number; end: number }) => number;

export function besideOf(query: string): Beside {
  const phrases = phrasesOf(query).map((words) => words.map(hashOf));
  const pairs = pairsOf(query).map(([a, b]) => [hashOf(a), hashOf(b)] as const);
  if (phrases.length === 0 && pairs.length === 0) return () => 0;
  const likely = likelyOf([...phrases, ...pairs].flat());
  const begins = new Map<number, number[][]>();
  for (const phrase of phrases) {
    const [first = none] = phrase;
    begins.set(first, [...(begins.get(first) ?? []), phrase]);
  }
  // There are 24 at most: a bit each.
  const bits = new Map(pairs.map(([a, b], at) => [a * shift + b, 1 << at]));

  const look = (bytes: Uint8Array, from: number, to: number) => {
    found.phrase = false;
    let before = none;
    for (let at = from; at < to; at += hashBytes) {
      if (!mayBe(likely, bytes, at)) {
        before = none;
        continue;
      }
      const hash = hashAt(bytes, at);
      if (before !== none) {
        found.pairs |= bits.get(before * shift + hash) ?? 0;
        if (!found.phrase && standsOne(begins.get(before), bytes, at - hashBytes, to)) found.phrase = true;
      }
      before = hash;
    }
    return found.phrase;
  };
  return (bytes, { titleWords, words, end }) => {
    found.pairs = 0;
    const inTitle = look(bytes, titleWords, words);
    const inText = look(bytes, words, end);
    const phrase = inTitle ? gains.phraseInTitle : inText ? gains.phrase : 0;
    return pairs.length === 0 ? phrase : Math.max(phrase, (gains.pairs * ones(found.pairs)) / pairs.length);
  };
}

function standsOne(runs: number[][] | undefined, bytes: Uint8Array, at: number, to: number): boolean {
  if (runs) for (const run of runs) if (standsAt(run, bytes, at, to)) return true;
  return false;
}

function standsAt(run: number[], bytes: Uint8Array, at: number, to: number): boolean {
  if (at + hashBytes * run.length > to) return false;
  for (let word = 0; word < run.length; word += 1) if (run[word] !== hashAt(bytes, at + hashBytes * word)) return false;
  return true;
}

function ones(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}
