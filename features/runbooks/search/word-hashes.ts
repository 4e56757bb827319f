import { squeezed } from "./squeeze";

/** Bytes of a word's hash. Of the words that one query compares, two that differ are alike in these 24 bits once in many thousand queries. */
export const hashBytes = 3;

const basis = 0x811c9dc5;
const prime = 0x01000193;

/** A word as 24 bits: FNV-1a, folded (http://www.isthe.com/chongo/tech/comp/fnv/#xor-fold). */
export function hashOf(word: string): number {
  let hash = basis;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), prime);
  return (hash >>> 24) ^ (hash & 0xffffff);
}

/** Words as their hashes, one after the other: whether some of them stand side by side is seen without reading a text. */
export function hashesOf(words: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(hashBytes * words.length);
  for (const [number, word] of words.entries()) {
    const hash = hashOf(word);
    bytes[hashBytes * number] = hash & 0xff;
    bytes[hashBytes * number + 1] = (hash >> 8) & 0xff;
    bytes[hashBytes * number + 2] = hash >> 16;
  }
  return bytes;
}

/** The hash that begins at a byte. */
export const hashAt = (bytes: Uint8Array, at: number): number =>
  (bytes[at] as number) | ((bytes[at + 1] as number) << 8) | ((bytes[at + 2] as number) << 16);

/** The words of a text in their order, folded. */
export function wordsIn(text: string): string[] {
  const words = squeezed(text).trim();
  return words === "" ? [] : words.split(" ");
}
