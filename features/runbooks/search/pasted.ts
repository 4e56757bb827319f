import { readLog } from "./log/records";

/** A line that is worth asking for: one of all those that say the same. */
export type TellingLine = {
  /** What it says. */
  text: string;
  /** Number of the line in what was pasted, from 1. */
  line: number;
  /** How many say the same. */
  times: number;
  /** How much it tells beside the others, up to 1. */
  weight: number;
};

const maxCharacters = 2_000_000;
const maxLines = 10_000;
const kept = 8;

/** From here on it was pasted, and is looked at line by line. */
export const isPasted = (query: string): boolean => query.length > 300 || /\n[^\n]*\S/.test(query);

/**
 * Picks the lines of a pasted text that say what is wrong: each kind of line once, errors before what is around them. Of
 * more than 10,000 lines the first and the last are read.
 */
export function tellingLines(query: string): TellingLine[] {
  const best = readLog(query.slice(-maxCharacters), maxLines).records.slice(0, kept);
  const most = best[0]?.weight ?? 1;
  return best.map(({ message, line, times, weight }) => ({ text: message, line, times, weight: weight / most }));
}
