import { diffWordsWithSpace } from "diff";

/** How much two texts have in common by their words, whatever their order: 0 nothing, 1 all (Dice's coefficient). */
export function likeness(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.length + b.length === 0) return 1;
  const left = new Map<string, number>();
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of b) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    common += 1;
  }
  return (2 * common) / (a.length + b.length);
}

const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** A stretch of a text, from `from` up to but not with `to`. */
export type Range = { from: number; to: number };

/** Longest texts that are compared word by word, in characters together. */
const longest = 20_000;

/**
 * The words that differ between two texts, as places in each.
 * @returns null where they have little in common: marking everything marks nothing
 */
export function changedWords(before: string, after: string): { before: Range[]; after: Range[] } | null {
  if (before.length + after.length > longest) return null;
  const found = { before: [] as Range[], after: [] as Range[] };
  let [at, now, common] = [0, 0, 0];
  for (const part of diffWordsWithSpace(before, after)) {
    const length = part.value.length;
    if (part.removed) found.before.push({ from: at, to: at + length });
    else if (part.added) found.after.push({ from: now, to: now + length });
    else common += length;
    if (!part.added) at += length;
    if (!part.removed) now += length;
  }
  return common * 4 < Math.max(before.length, after.length) ? null : found;
}

/** Cuts a text that begins at `start` of a larger one into the pieces that the ranges mark and those between them. */
export function piecesOf(text: string, start: number, ranges: Range[]): { text: string; changed: boolean }[] {
  const pieces: { text: string; changed: boolean }[] = [];
  let done = 0;
  const upTo = (end: number, changed: boolean) => {
    if (end > done) pieces.push({ text: text.slice(done, end), changed });
    done = Math.max(done, end);
  };
  for (const { from, to } of ranges) {
    const [first, last] = [Math.max(from - start, 0), Math.min(to - start, text.length)];
    if (last <= first) continue;
    upTo(first, false);
    upTo(last, true);
  }
  upTo(text.length, false);
  return pieces;
}
