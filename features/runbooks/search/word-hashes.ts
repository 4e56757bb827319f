import { squeezed } from "./squeeze";
import { putThree, threeAt, threeBytes } from "./three-bytes";

/** Bytes of a word's hash. Two words that differ are alike in these 24 bits once in 17 million. */
export const hashBytes = threeBytes;

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
  for (const [number, word] of words.entries()) putThree(bytes, hashBytes * number, hashOf(word));
  return bytes;
}

/** The hash that begins at a byte. */
export const hashAt = threeAt;

/** The words of a text in their order, folded. */
export function wordsIn(text: string): string[] {
  const words = squeezed(text).trim();
  return words === "" ? [] : words.split(" ");
}
