import type { SearchSection, SectionKind } from "../artifact";
import { namesIn } from "./terms";
import { putThree, threeAt, threeBytes } from "./three-bytes";
import { hashesOf, wordsIn } from "./word-hashes";

const kinds: readonly SectionKind[] = ["page", "procedure", "step", "checklist", "triage", "section"];
/**
 * What a record has in its order: first words as their hashes (the telling ones of the title as the index has them, all of the
 * title, all of the other texts), then the texts.
 */
const hashed = ["names", "titleWords", "words"] as const;
const texts = ["anchor", "parent", "title", "symptoms", "causes", "prose", "commands", "alerts"] as const;
const parts = [...hashed, ...texts];
type Part = (typeof parts)[number];
const numbers = Object.fromEntries(parts.map((name, number) => [name, number])) as Record<Part, number>;

// A byte for the kind, then the length of each part in bytes, in three bytes each.
const headBytes = 1 + threeBytes * parts.length;
const longestPart = 2 ** (8 * threeBytes) - 1;
const orphan = 0x80;

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Bytes that a record takes at most: UTF-8 has up to three for a UTF-16 unit. */
export function mostBytes({ hashes, texts: own }: RecordParts): number {
  return (
    hashed.reduce((sum, name) => sum + hashes[name].length, 0) +
    texts.reduce((sum, name) => sum + 3 * own[name].length, headBytes)
  );
}

export type RecordParts = {
  head: number;
  hashes: Record<(typeof hashed)[number], Uint8Array>;
  texts: Record<(typeof texts)[number], string>;
};

export function recordParts(section: SearchSection): RecordParts {
  const { anchor, kind, parent, title, symptoms, causes, prose, commands, alerts } = section;
  return {
    head: kinds.indexOf(kind) | (parent === null ? orphan : 0),
    hashes: {
      names: hashesOf(namesIn(title)),
      titleWords: hashesOf(wordsIn(title)),
      words: hashesOf(wordsIn([symptoms, causes, prose, commands, alerts].join("\n"))),
    },
    texts: { anchor, parent: parent ?? "", title, symptoms, causes, prose, commands, alerts },
  };
}

/**
 * Writes a section at the beginning of a buffer that has `mostBytes` of room. It is kept as UTF-8 outside of the heap: what has
 * none (half a surrogate pair) becomes U+FFFD.
 * @returns bytes written
 */
export function writeRecord({ head, hashes, texts: own }: RecordParts, into: Uint8Array): number {
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
  return at;
}

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

/** A section in its record, each text decoded when it is asked for: of sixty that may answer, twenty are shown. */
class Recorded implements SearchSection {
  readonly #bytes: Uint8Array;
  readonly #from: number;
  readonly kind: SectionKind;
  readonly anchor: string;
  readonly parent: string | null;

  constructor(bytes: Uint8Array, from: number) {
    this.#bytes = bytes;
    this.#from = from;
    this.kind = kindOf(bytes, from);
    this.anchor = this.#text(numbers.anchor);
    this.parent = (bytes[from] as number) & orphan ? null : this.#text(numbers.parent);
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
