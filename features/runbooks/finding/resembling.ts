import { fold } from "../search/fold";

/** The names of a runbook and of its procedures, ready to be compared with what somebody typed. */
export type Names = {
  names: { anchor: string; title: string }[];
  /** Of each name which three-letter pieces it has, as bits of so many words. */
  marks: Uint32Array;
  /** How many bits those are, of each name. */
  counts: Uint16Array;
};

/** 256 bits tell names apart well enough to say which are worth a closer look. */
const words = 8;
const longest = 300;

/**
 * Takes the names of a runbook apart: some 10 µs, once for each version of it.
 * @param procedures by the anchors that lead to them
 */
export function namesOf(title: string, procedures: { anchor: string; title: string }[]): Names {
  const names = [...procedures, { anchor: "", title }];
  const marks = new Uint32Array(words * names.length);
  for (const [at, { title }] of names.entries()) mark(plain(title), marks, at * words);
  return { names, marks, counts: Uint16Array.from(names, (_, at) => bitsOf(marks, at)) };
}

/** What somebody typed, taken apart in the same way. */
export type Asked = { pieces: Set<string>; marks: Uint32Array; count: number };

export function askedFor(text: string): Asked {
  const marks = new Uint32Array(words);
  mark(plain(text), marks, 0);
  return { pieces: piecesOf(plain(text)), marks, count: bitsOf(marks, 0) };
}

function bitsOf(marks: Uint32Array, at: number): number {
  let count = 0;
  for (let word = 0; word < words; word += 1) count += ones(marks[at * words + word] as number);
  return count;
}

/** About `alike`, for the name at a place: by bits, in a few hundredths of the time. */
export function roughlyAlike({ marks, counts }: Names, at: number, asked: Asked): number {
  let common = 0;
  for (let word = 0; word < words; word += 1)
    common += ones((marks[at * words + word] as number) & (asked.marks[word] as number));
  const all = (counts[at] as number) + asked.count;
  return all === 0 ? 0 : (2 * common) / all;
}

/** The share of three-letter pieces that a name has in common with what was asked for, from 0 to 1 (Dice). */
export function alike(title: string, { pieces }: Asked): number {
  const named = piecesOf(plain(title));
  let common = 0;
  for (const piece of named) if (pieces.has(piece)) common += 1;
  return named.size + pieces.size === 0 ? 0 : (2 * common) / (pieces.size + named.size);
}

/** Share of its three-letter pieces that a query has in common with a name that resembles it. */
const enough = 0.3;
/** Names that are compared in full: those that are most alike at a glance. */
const compared = 200;

/** A name that resembles what was asked for, and the runbook that has it. */
export type Resembling<Runbook> = { runbook: Runbook; anchor: string; title: string };

/** The names of these runbooks that are most like a text, the likest first. */
export function resembling<Runbook>(
  text: string,
  runbooks: Iterable<Runbook>,
  namesIn: (runbook: Runbook) => Names,
  most: number,
): Resembling<Runbook>[] {
  const asked = askedFor(text);
  if (asked.pieces.size === 0) return [];
  const likely: { runbook: Runbook; name: Names["names"][number]; share: number }[] = [];
  let least = enough / 2;
  for (const runbook of runbooks) {
    const named = namesIn(runbook);
    for (let at = 0; at < named.names.length; at += 1) {
      const share = roughlyAlike(named, at, asked);
      if (share >= least) likely.push({ runbook, name: named.names[at] as Names["names"][number], share });
    }
    if (likely.length < 4 * compared) continue;
    likely.sort(byShare).length = compared;
    least = likely[compared - 1]?.share ?? least;
  }
  return likely
    .sort(byShare)
    .slice(0, compared)
    .map(({ runbook, name: { anchor, title } }) => ({ name: { runbook, anchor, title }, share: alike(title, asked) }))
    .filter(({ share }) => share >= enough)
    .sort(byShare)
    .slice(0, most)
    .map(({ name }) => name);
}

const byShare = (a: { share: number }, b: { share: number }) => b.share - a.share;

const plain = (text: string) =>
  ` ${fold(text.slice(0, longest))
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;

function piecesOf(text: string): Set<string> {
  const all = new Set<string>();
  for (let at = 0; at + 3 <= text.length; at += 1) all.add(text.slice(at, at + 3));
  return all;
}

function mark(text: string, marks: Uint32Array, from: number): void {
  for (let at = 0; at + 3 <= text.length; at += 1) {
    const mixed = (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) * 31 + text.charCodeAt(at + 2);
    const bit = (Math.imul(mixed, 0x9e3779b1) >>> 24) & 0xff;
    marks[from + (bit >> 5)] = (marks[from + (bit >> 5)] as number) | (1 << (bit & 31));
  }
}

/** How many bits are set: https://graphics.stanford.edu/~seander/bithacks.html#CountBitsSetParallel */
function ones(value: number): number {
  const pairs = value - ((value >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
