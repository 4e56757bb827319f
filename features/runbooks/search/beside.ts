import { pairsOf, phrasesOf } from "./phrases";
import { numberOf, type Scanned, scan, wordNumbers } from "./scan";
import { partNumber, partStart } from "./section-record";
import { isStopWord } from "./terms";

const gains = { phraseInTitle: 0.8, phrase: 0.5, pairs: 0.45 } as const;
/** More than the words of a query can be. */
const keyed = 1 << 15;

// One query at a time runs to its end: this is reused.
const scanned: Scanned = { numbers: new Int16Array(4_096), length: 0 };
const found = { pairs: 0, phrase: false };

/** What a section gains, by its record, for having a line of the query or neighbours of it side by side. */
export function besideOf(query: string): (bytes: Uint8Array, start: number) => number {
  const phrases = phrasesOf(query).map(wordsOf);
  const pairs = pairsOf(query, (word) => !isStopWord(word)).map(wordsOf);
  if (phrases.length === 0 && pairs.length === 0) return () => 0;
  const words = wordNumbers([...new Set([...phrases, ...pairs].flat())]);
  const begins = new Map<number, number[][]>();
  for (const phrase of phrases) {
    const run = phrase.map((word) => numberOf(words, word));
    const [first = 0] = run;
    begins.set(first, [...(begins.get(first) ?? []), run]);
  }
  // There are 24 at most: a bit each.
  const bits = new Map<number, number>();
  for (const [at, [a = "", b = ""]] of pairs.entries())
    bits.set(numberOf(words, a) * keyed + numberOf(words, b), 1 << at);

  const look = (bytes: Uint8Array, start: number, part: number, after: number) => {
    scanned.length = 0;
    // Each by itself: words end where their text ends.
    for (let at = part; at < after; at += 1)
      scan(words, bytes, partStart(bytes, start, at), partStart(bytes, start, at + 1), scanned);
    found.phrase = false;
    const { numbers, length } = scanned;
    for (let at = 0; at + 1 < length; at += 1) {
      const number = numbers[at] as number;
      const next = numbers[at + 1] as number;
      if (number < 0 || next < 0) continue;
      found.pairs |= bits.get(number * keyed + next) ?? 0;
      if (!found.phrase && standsOne(begins.get(number), at)) found.phrase = true;
    }
    return found.phrase;
  };
  return (bytes, start) => {
    found.pairs = 0;
    const inTitle = look(bytes, start, partNumber.title, partNumber.names);
    const inText = look(bytes, start, partNumber.texts, partNumber.end);
    const phrase = inTitle ? gains.phraseInTitle : inText ? gains.phrase : 0;
    return pairs.length === 0 ? phrase : Math.max(phrase, (gains.pairs * ones(found.pairs)) / pairs.length);
  };
}

const wordsOf = (squeezedText: string): string[] => squeezedText.trim().split(" ");

function standsOne(runs: number[][] | undefined, at: number): boolean {
  if (runs) for (const run of runs) if (standsAt(run, at)) return true;
  return false;
}

function standsAt(run: number[], at: number): boolean {
  if (at + run.length > scanned.length) return false;
  for (let word = 0; word < run.length; word += 1) if (run[word] !== scanned.numbers[at + word]) return false;
  return true;
}

function ones(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}
