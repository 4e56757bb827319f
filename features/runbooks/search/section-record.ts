import type { SearchSection, SectionKind } from "../artifact";
import type { LineReader } from "./line-reader";
import { namesIn } from "./terms";
import { putThree, threeAt, threeBytes } from "./three-bytes";
import { mostVarint, putVarint } from "./varint";
import { hashBytes, hashesOf, hashOfBytes } from "./word-hashes";

const kinds: readonly SectionKind[] = ["page", "procedure", "step", "checklist", "triage", "section"];
/**
 * What a record has in its order: first words as their hashes (the telling ones of the title, all of the title, all of the other
 * texts), then the texts, and of each line that may be shown how many words and bytes it has.
 */
const hashed = ["names", "titleWords", "words"] as const;
/** Texts whose lines may be shown as the reason of a result. */
const shown = ["symptoms", "causes", "prose", "commands"] as const;
const texts = ["anchor", "parent", "title", ...shown, "alerts"] as const;
const parts = [...hashed, ...texts, "lines"] as const;
type Part = (typeof parts)[number];
const numbers = Object.fromEntries(parts.map((name, number) => [name, number])) as Record<Part, number>;

// A byte for the kind, then the length of each part in bytes, in three bytes each.
const headBytes = 1 + threeBytes * parts.length;
const longestPart = 2 ** (8 * threeBytes) - 1;
const orphan = 0x80;
const lineFeed = 0x0a;

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Bytes that a record takes at most: UTF-8 has up to three for a UTF-16 unit. */
export function mostBytes({ hashes, texts: own, wordsOf }: RecordParts): number {
  return (
    hashed.reduce((sum, name) => sum + hashes[name].length, 0) +
    texts.reduce((sum, name) => sum + 3 * own[name].length, headBytes) +
    2 * mostVarint * wordsOf.length
  );
}

export type RecordParts = {
  head: number;
  hashes: Record<(typeof hashed)[number], Uint8Array>;
  texts: Record<(typeof texts)[number], string>;
  /** How many words each line has that may be shown. */
  wordsOf: number[];
};

export function recordParts(section: SearchSection, read: LineReader): RecordParts {
  const { anchor, kind, parent, title, symptoms, causes, prose, commands, alerts } = section;
  const hashesOfLines = (text: string) => text.split("\n").map((line) => read(line).hashes);
  const lines = shown.flatMap((name) => hashesOfLines(section[name]));
  return {
    head: kinds.indexOf(kind) | (parent === null ? orphan : 0),
    hashes: {
      names: hashesOf(namesIn(title)),
      titleWords: joined(hashesOfLines(title)),
      words: joined([...lines, ...hashesOfLines(alerts)]),
    },
    texts: { anchor, parent: parent ?? "", title, symptoms, causes, prose, commands, alerts },
    wordsOf: lines.map(({ length }) => length / hashBytes),
  };
}

function joined(pieces: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/**
 * Writes a section at the beginning of a buffer that has `mostBytes` of room. It is kept as UTF-8 outside of the heap: what has
 * none (half a surrogate pair) becomes U+FFFD.
 * @returns bytes written
 */
export function writeRecord({ head, hashes, texts: own, wordsOf }: RecordParts, into: Uint8Array): number {
  into[0] = head;
  let at = headBytes;
  const wrote = (name: Part, bytes: number) => {
    putThree(into, lengthPlace(numbers[name]), bytes);
    at += bytes;
  };
  for (const name of hashed) {
    const whole = hashes[name].subarray(0, longestPart);
    into.set(whole, at);
    wrote(name, whole.length);
  }
  for (const name of texts) wrote(name, encoder.encodeInto(own[name], into.subarray(at, at + longestPart)).written);
  wrote("lines", writeLines(into, at, wordsOf));
  return at;
}

/** Notes of each line that may be shown how many words and bytes it has. @returns bytes written */
function writeLines(into: Uint8Array, from: number, wordsOf: readonly number[]): number {
  let at = from;
  let line = 0;
  for (const name of shown) {
    const end = partStart(into, 0, numbers[name] + 1);
    for (let start = partStart(into, 0, numbers[name]); start <= end; line += 1) {
      let next = start;
      while (next < end && into[next] !== lineFeed) next += 1;
      at = putVarint(into, putVarint(into, at, wordsOf[line] as number), next - start);
      start = next + 1;
    }
  }
  return at - from;
}

/** Where in the record that starts at `from` the lines are that may be shown, their hashes, and what is noted of each. */
export const linesIn = (bytes: Uint8Array, from: number) => ({
  words: partStart(bytes, from, numbers.words),
  lines: partStart(bytes, from, numbers.lines),
  symptoms: partStart(bytes, from, numbers.symptoms),
  ends: shown.map((name) => partStart(bytes, from, numbers[name] + 1)),
});

const lengthPlace = (part: number) => 1 + threeBytes * part;

/** Where a part begins of the record that starts at `from`: the end of the part before. */
function partStart(bytes: Uint8Array, from: number, part: number): number {
  let at = from + headBytes;
  for (let number = 0; number < part; number += 1) at += threeAt(bytes, from + lengthPlace(number));
  return at;
}

/** Where the hashes are of the record that starts at `from`: each of them from its own beginning to that of the next. */
export function hashesIn(bytes: Uint8Array, from: number) {
  return {
    names: partStart(bytes, from, numbers.names),
    titleWords: partStart(bytes, from, numbers.titleWords),
    words: partStart(bytes, from, numbers.words),
    end: partStart(bytes, from, numbers.words + 1),
  };
}

export const kindOf = (bytes: Uint8Array, from: number): SectionKind =>
  kinds[(bytes[from] as number) & ~orphan] ?? "section";

/** What tells the procedure or checklist apart that a section is or stands in, among those of its runbook: the hash of its anchor. */
export function wholeOf(bytes: Uint8Array, from: number): number {
  const part = (bytes[from] as number) & orphan ? numbers.anchor : numbers.parent;
  return hashOfBytes(bytes, partStart(bytes, from, part), partStart(bytes, from, part + 1));
}

/** A section in its record, each text decoded when it is asked for: of sixty that may answer, twenty are shown. */
class Recorded implements SearchSection {
  readonly #bytes: Uint8Array;
  readonly #from: number;

  constructor(bytes: Uint8Array, from: number) {
    this.#bytes = bytes;
    this.#from = from;
  }

  get kind() {
    return kindOf(this.#bytes, this.#from);
  }
  get anchor() {
    return this.#text(numbers.anchor);
  }
  get parent() {
    return (this.#bytes[this.#from] as number) & orphan ? null : this.#text(numbers.parent);
  }
  get title() {
    return this.#text(numbers.title);
  }
  get symptoms() {
    return this.#text(numbers.symptoms);
  }
  get causes() {
    return this.#text(numbers.causes);
  }
  get prose() {
    return this.#text(numbers.prose);
  }
  get commands() {
    return this.#text(numbers.commands);
  }
  get alerts() {
    return this.#text(numbers.alerts);
  }

  #text(part: number): string {
    const start = partStart(this.#bytes, this.#from, part);
    const end = partStart(this.#bytes, this.#from, part + 1);
    return start === end ? "" : decoder.decode(this.#bytes.subarray(start, end));
  }
}

/** The section whose record starts at `from`, its texts decoded when they are asked for. */
export const recordedSection = (bytes: Uint8Array, from: number): SearchSection => new Recorded(bytes, from);

/** The section whose record starts at `from`, as a plain object. */
export function readRecord(bytes: Uint8Array, from: number): SearchSection {
  const { anchor, kind, parent, title, symptoms, causes, prose, commands, alerts } = recordedSection(bytes, from);
  return { anchor, kind, parent, title, symptoms, causes, prose, commands, alerts };
}
