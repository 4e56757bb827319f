import { tokenize } from "./terms";
import { hashesOf } from "./word-hashes";

/** A line taken apart. */
export type ReadLine = {
  /** Words, compounds counted once. */
  length: number;
  /** Its words in their order as hashes: the parts of compounds, not their wholes. */
  hashes: Uint8Array;
  /** All that it is found by. */
  terms: string[];
};
export type LineReader = (text: string) => ReadLine;

/** Takes lines apart, each once: a procedure repeats those of its steps. */
export function lineReader(): LineReader {
  const known = new Map<string, ReadLine>();
  return (text) => {
    const line = known.get(text) ?? readLine(text);
    known.set(text, line);
    return line;
  };
}

function readLine(text: string): ReadLine {
  const tokens = tokenize(text);
  return {
    length: tokens.length,
    hashes: hashesOf(tokens.flatMap(({ parts }) => parts)),
    terms: tokens.flatMap(({ parts, wholes }) => [...parts, ...wholes]),
  };
}
