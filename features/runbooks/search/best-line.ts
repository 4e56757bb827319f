import { linesIn } from "./section-record";
import { takeVarint } from "./varint";
import { hashAt, hashBytes, hashOf, likelyOf, mayBe } from "./word-hashes";

/** What is looked for in lines: terms as their hashes, and what each is worth. */
export type Sought = { likely: Uint8Array; numbers: Map<number, number>; worths: number[]; lineOf: Uint32Array };

export function soughtBy(worth: ReadonlyMap<string, number>): Sought {
  const hashes = [...worth.keys()].map(hashOf);
  return {
    likely: likelyOf(hashes),
    numbers: new Map(hashes.map((hash, at) => [hash, at])),
    worths: [...worth.values()],
    lineOf: new Uint32Array(hashes.length),
  };
}

/** What is seen says more than what is typed. */
const symptomGain = 1.3;
/** Of two lines that hold the same, the shorter says it: bytes that halve what one is worth. */
const halving = 2_000;
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
// One section at a time is looked at: this is reused.
const place = { at: 0 };

/**
 * The line of a section that says most of what is looked for, without the spaces around; where none says anything, the first that
 * has words. Told by the hashes of its words: no other line is read.
 * @param from where the record of the section begins
 */
export function bestLine(bytes: Uint8Array, from: number, sought: Sought): string {
  const { words, lines, symptoms, ends } = linesIn(bytes, from);
  const { lineOf } = sought;
  lineOf.fill(0);
  place.at = lines;
  let word = words;
  let line = 0;
  let start = symptoms;
  let most = 0;
  let best: { start: number; end: number } | undefined;
  for (const [part, end] of ends.entries()) {
    // A text has one line more than line feeds: an empty one has one, too.
    for (let last = false; !last; ) {
      const wordsEnd = word + hashBytes * takeVarint(bytes, place);
      const length = takeVarint(bytes, place);
      line += 1;
      const own =
        (worthOf(bytes, word, wordsEnd, sought, line) * (part === 0 ? symptomGain : 1)) / (1 + length / halving);
      if (own > most || (!best && wordsEnd > word)) {
        most = own;
        best = { start, end: start + length };
      }
      word = wordsEnd;
      start += length;
      last = start >= end;
      if (!last) start += 1;
    }
  }
  return best ? decoder.decode(bytes.subarray(best.start, best.end)).normalize("NFC").trim() : "";
}

/** What the words of a line are worth together, each once. */
function worthOf(bytes: Uint8Array, from: number, to: number, sought: Sought, line: number): number {
  const { likely, numbers, worths, lineOf } = sought;
  let worth = 0;
  for (let at = from; at < to; at += hashBytes) {
    if (!mayBe(likely, bytes, at)) continue;
    const number = numbers.get(hashAt(bytes, at));
    if (number === undefined || lineOf[number] === line) continue;
    lineOf[number] = line;
    worth += worths[number] as number;
  }
  return worth;
}
