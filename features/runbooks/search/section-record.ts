import type { SearchSection, SectionKind } from "../artifact";
import { namesIn } from "./terms";

const kinds: readonly SectionKind[] = ["page", "procedure", "step", "checklist", "triage", "section"];
/** The texts of a record in their order. `names` are the telling words of the title as the index has them, with spaces between. */
const parts = ["anchor", "parent", "title", "names", "symptoms", "causes", "prose", "commands", "alerts"] as const;
export type Part = (typeof parts)[number];

// A byte for the kind, then the length of each part in bytes, in three bytes each.
const lengthBytes = 3;
const headBytes = 1 + lengthBytes * parts.length;
const longestPart = 2 ** (8 * lengthBytes) - 1;
const orphan = 0x80;

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Bytes that a record takes at most: UTF-8 has up to three for a UTF-16 unit. */
export function mostBytes(texts: RecordTexts): number {
  return parts.reduce((sum, name) => sum + 3 * texts.parts[name].length, headBytes);
}

export type RecordTexts = { head: number; parts: Record<Part, string> };

export function recordTexts(section: SearchSection): RecordTexts {
  const { anchor, kind, parent, title, symptoms, causes, prose, commands, alerts } = section;
  const names = namesIn(title).join(" ");
  const head = kinds.indexOf(kind) | (parent === null ? orphan : 0);
  return { head, parts: { anchor, parent: parent ?? "", title, names, symptoms, causes, prose, commands, alerts } };
}

/**
 * Writes a section at the beginning of a buffer that has `mostBytes` of room. It is kept as UTF-8 outside of the heap: what has
 * none (half a surrogate pair) becomes U+FFFD.
 * @returns bytes written
 */
export function writeRecord({ head, parts: texts }: RecordTexts, into: Uint8Array): number {
  into[0] = head;
  let at = headBytes;
  for (const [number, name] of parts.entries()) {
    const { written } = encoder.encodeInto(texts[name], into.subarray(at, at + longestPart));
    const place = 1 + lengthBytes * number;
    into[place] = written & 0xff;
    into[place + 1] = (written >> 8) & 0xff;
    into[place + 2] = written >> 16;
    at += written;
  }
  return at;
}

/** Where a part begins of the record that starts at `from`: the end of the part before. */
export function partStart(bytes: Uint8Array, from: number, part: number): number {
  let at = from + headBytes;
  for (let number = 0; number < part; number += 1) {
    const place = from + 1 + lengthBytes * number;
    at += (bytes[place] as number) | ((bytes[place + 1] as number) << 8) | ((bytes[place + 2] as number) << 16);
  }
  return at;
}

/** Numbers of some parts for `partStart`; `texts` is the first of those that are no title, `end` comes after the last. */
export const partNumber = { title: 2, names: 3, texts: 4, end: parts.length } as const;

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
    this.anchor = this.#text(0);
    this.parent = (bytes[from] as number) & orphan ? null : this.#text(1);
  }

  get title() {
    return this.#text(2);
  }
  get symptoms() {
    return this.#text(4);
  }
  get causes() {
    return this.#text(5);
  }
  get prose() {
    return this.#text(6);
  }
  get commands() {
    return this.#text(7);
  }
  get alerts() {
    return this.#text(8);
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
