import { letterOf, needsLongWay, squeezed } from "./squeeze";

/**
 * A few words, each with a number, to be looked for in many texts that lie in memory as UTF-8. Words are told apart by 30 bits:
 * a text is read once, byte by byte, and no string is made of it.
 */
export type WordNumbers = { numbers: Map<number, number>; likely: Uint8Array };

const basis = 0x811c9dc5 | 0;
const prime = 0x01000193;
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const none = -1;
const space = 0x20;

/** FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/), down to what is a small integer everywhere. */
const finished = (hash: number) => (hash ^ (hash >>> 15)) & 0x3fffffff;

function hashOf(word: string): number {
  let hash = basis;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), prime);
  return finished(hash);
}

/** @param words as they are squeezed; the number of each is its place */
export function wordNumbers(words: readonly string[]): WordNumbers {
  const numbers = new Map<number, number>();
  const likely = new Uint8Array(4_096);
  for (const [number, word] of words.entries()) {
    const hash = hashOf(word);
    if (!numbers.has(hash)) numbers.set(hash, number);
    likely[hash & 4_095] = 1;
  }
  return { numbers, likely };
}

/** The number of a word, -1 where it is none of them. */
export const numberOf = (words: WordNumbers, word: string): number => numberOfHash(words, hashOf(word));

const numberOfHash = ({ numbers, likely }: WordNumbers, hash: number): number =>
  likely[hash & 4_095] === 1 ? (numbers.get(hash) ?? none) : none;

/** What a scan found: the numbers of the words in their order, -1 for each that is none of them. */
export type Scanned = { numbers: Int16Array; length: number };

/** Reads the bytes of a text as `squeezed` does, and puts what it finds behind what is there. */
export function scan(words: WordNumbers, bytes: Uint8Array, from: number, to: number, into: Scanned): void {
  // Not more words than every other byte could be, beside the one that is open at the end.
  if (into.numbers.length < into.length + (to - from) / 2 + 1) into.numbers = longer(into, to - from);
  const { numbers } = into;
  let { length } = into;
  let hash = basis;
  let isOpen = false;
  for (let at = from; at < to; at += 1) {
    let code = bytes[at] as number;
    if (code >= 0x80) {
      if (code < 0xe0) {
        at += 1;
        code = ((code & 0x1f) << 6) | ((bytes[at] as number) & 0x3f);
      } else if (code < 0xf0) {
        code = ((code & 0x0f) << 12) | (((bytes[at + 1] as number) & 0x3f) << 6) | ((bytes[at + 2] as number) & 0x3f);
        at += 2;
      } else code = 0x10000;
      if (needsLongWay(code)) {
        scanSlowly(words, decoder.decode(bytes.subarray(from, to)), into);
        return;
      }
    }
    const letter = letterOf(code);
    if (letter !== 0) {
      hash = Math.imul(hash ^ letter, prime);
      isOpen = true;
    } else if (isOpen) {
      numbers[length++] = numberOfHash(words, finished(hash));
      hash = basis;
      isOpen = false;
    }
  }
  if (isOpen) numbers[length++] = numberOfHash(words, finished(hash));
  into.length = length;
}

function scanSlowly(words: WordNumbers, text: string, into: Scanned): void {
  for (const word of squeezed(text).trim().split(" ")) {
    if (word !== "") into.numbers[into.length++] = numberOf(words, word);
  }
}

/** The same of words that are written as they are asked for, with spaces between. */
export function scanNames(words: WordNumbers, bytes: Uint8Array, from: number, to: number, into: Scanned): void {
  if (into.numbers.length < into.length + (to - from) / 2 + 1) into.numbers = longer(into, to - from);
  let hash = basis;
  for (let at = from; at <= to; at += 1) {
    const code = at === to ? space : (bytes[at] as number);
    if (code >= 0x80) {
      into.length = 0;
      for (const word of decoder.decode(bytes.subarray(from, to)).split(" "))
        into.numbers[into.length++] = numberOf(words, word);
      return;
    }
    if (code !== space) hash = Math.imul(hash ^ code, prime);
    else {
      if (from < to) into.numbers[into.length++] = numberOfHash(words, finished(hash));
      hash = basis;
    }
  }
}

function longer({ numbers, length }: Scanned, bytes: number): Int16Array {
  const larger = new Int16Array(2 * (length + bytes));
  larger.set(numbers.subarray(0, length));
  return larger;
}
