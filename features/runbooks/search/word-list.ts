import { slips } from "./slips";

/** The terms of an index, for beginnings and misspellings. Sorted but for a short tail of those that came last. */
export type WordList = { sorted: string[]; tail: string[]; guessable: Guessable };

/** Words that somebody may mistype, by length, each with the letters that it has as bits: most others are ruled out by these. */
type Guessable = Map<number, { words: string[]; letters: number[] }>;

const longestTail = 2_000;
const mistyped = /^[a-zñ]{4,24}$/;

export const emptyWordList = (): WordList => ({ sorted: [], tail: [], guessable: new Map() });

export function addWord(list: WordList, word: string): void {
  list.tail.push(word);
  addGuessable(list, word);
}

function addGuessable(list: WordList, word: string): void {
  if (!mistyped.test(word)) return;
  const same = list.guessable.get(word.length) ?? { words: [], letters: [] };
  if (same.words.length === 0) list.guessable.set(word.length, same);
  same.words.push(word);
  same.letters.push(lettersOf(word));
}

/** The list of terms that are sorted by their UTF-16 units and distinct. */
export function wordListOf(sorted: string[]): WordList {
  const list: WordList = { ...emptyWordList(), sorted };
  for (const word of sorted) addGuessable(list, word);
  return list;
}

/** Sorts the tail in, once it is long enough to be felt. */
export function settle(list: WordList): void {
  if (list.tail.length <= longestTail) return;
  list.sorted = list.sorted.concat(list.tail).sort(byCode);
  list.tail = [];
}

// `sort()` compares UTF-16 units, which is the order that `<` looks in.
const byCode = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Terms that begin with `prefix`, at most `limit`, shortest first. */
export function startingWith(prefix: string, { sorted, tail }: WordList, limit: number): string[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as string) < prefix) low = middle + 1;
    else high = middle;
  }
  const found: string[] = [];
  // More than are wanted, because the shortest are wanted.
  for (let at = low; at < sorted.length && found.length < limit * 8 && sorted[at]?.startsWith(prefix); at += 1) {
    found.push(sorted[at] as string);
  }
  for (const word of tail) if (word.startsWith(prefix)) found.push(word);
  return found.sort((a, b) => a.length - b.length || byCode(a, b)).slice(0, limit);
}

/** Words within one slip of the keyboard, two for long ones: a letter changed, lost, added or swapped with the next. */
export function nearest(word: string, { guessable }: WordList, limit: number): { word: string; far: number }[] {
  if (!mistyped.test(word)) return [];
  const allowed = word.length >= 8 ? 2 : 1;
  const letters = lettersOf(word);
  const found: { word: string; far: number }[] = [];
  for (let length = word.length - allowed; length <= word.length + allowed; length += 1) {
    const same = guessable.get(length);
    if (!same) continue;
    for (let at = 0; at < same.words.length; at += 1) {
      if (bits(letters ^ (same.letters[at] as number)) > 2 * allowed) continue;
      const candidate = same.words[at] as string;
      const far = slips(word, candidate, allowed);
      if (far <= allowed) found.push({ word: candidate, far });
    }
  }
  return found.sort((a, b) => a.far - b.far || a.word.length - b.word.length || byCode(a.word, b.word)).slice(0, limit);
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) % 32);
  return letters;
}

/** How many bits are set: https://graphics.stanford.edu/~seander/bithacks.html#CountBitsSetParallel */
function bits(value: number): number {
  const pairs = value - ((value >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return (((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
