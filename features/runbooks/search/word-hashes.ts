import { putThree, threeAt, threeBytes } from "./three-bytes";

/** Bytes of a word's hash. Two words that differ are alike in these 24 bits once in 17 million. */
export const hashBytes = threeBytes;

const basis = 0x811c9dc5;
const prime = 0x01000193;

/** A word as 24 bits: FNV-1a, folded (http://www.isthe.com/chongo/tech/comp/fnv/#xor-fold). */
export function hashOf(word: string): number {
  let hash = basis;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), prime);
  return shortened(hash);
}

/** The same of bytes. */
export function hashOfBytes(bytes: Uint8Array, from: number, to: number): number {
  let hash = basis;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (bytes[at] as number), prime);
  return shortened(hash);
}

const shortened = (hash: number) => (hash >>> 24) ^ (hash & 0xffffff);

/** Words as their hashes, one after the other: whether some of them stand side by side is seen without reading a text. */
export function hashesOf(words: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(hashBytes * words.length);
  for (const [number, word] of words.entries()) putThree(bytes, hashBytes * number, hashOf(word));
  return bytes;
}

/** The hash that begins at a byte. */
export const hashAt = threeAt;

const lowBits = 0xffff;

/** A bit for each hash that is looked for: of nearly every other word it says at once that it is none of them. */
export function likelyOf(hashes: Iterable<number>): Uint8Array {
  const likely = new Uint8Array((lowBits + 1) / 8);
  for (const hash of hashes) {
    const low = hash & lowBits;
    likely[low >> 3] = (likely[low >> 3] as number) | (1 << (low & 7));
  }
  return likely;
}

/** Whether the hash that begins at a byte may be one of those that are looked for. */
export function mayBe(likely: Uint8Array, bytes: Uint8Array, at: number): boolean {
  const low = (bytes[at] as number) | ((bytes[at + 1] as number) << 8);
  return (((likely[low >> 3] as number) >> (low & 7)) & 1) === 1;
}
