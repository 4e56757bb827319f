import type { Edit } from "./text/edit";
import { windows1252 } from "./windows-1252";

export type Damage = { line: number; found: string; repaired: string; edit: Edit };

// UTF-8 that was read as one of these. Only the lead bytes of letters with accents, of typographic signs and of emoji
// count: other pairs, such as `É»`, are rather what somebody wrote.
const leads = /^[\xC2\xC3\xE2\xEF\xF0]/;
const codecs = ["windows-1252", "macintosh"].map((label) => {
  const decoder = new TextDecoder(label);
  const charOf = (value: number) => (label === "macintosh" ? decoder.decode(Uint8Array.of(value)) : windows1252(value));
  const byte = new Map<string, number>();
  for (let value = 0x80; value <= 0xff; value++) byte.set(charOf(value), value);
  // Some programs kept the C1 control itself.
  if (label === "windows-1252")
    for (let value = 0x80; value <= 0xbf; value++) byte.set(String.fromCharCode(value), value);
  return byte;
});
const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Characters that were UTF-8, read as Windows-1252 (`Ã³`) or Mac Roman (`√≥`), with what they were. */
export function findMojibake(text: string): Damage[] {
  const found: Damage[] = [];
  let line = 1;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "\n") line += 1;
    if (text.charCodeAt(at) < 0x80) continue;
    const read = codecs.map((codec) => sequenceAt(text, at, codec)).find((one) => one !== null);
    if (!read) continue;
    const word = wordAround(text, at, at + read.length);
    const edit = { start: at, end: at + read.length, text: read.value };
    found.push({ line, found: word, repaired: "", edit });
    at += read.length - 1;
  }
  return found.map((damage) => ({ ...damage, repaired: repairWord(damage, found, text) }));
}

function sequenceAt(text: string, at: number, codec: Map<string, number>): { value: string; length: number } | null {
  const lead = codec.get(text[at] ?? "");
  if (lead === undefined || !leads.test(String.fromCharCode(lead))) return null;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  const bytes = [...text.slice(at, at + length)].map((char) => codec.get(char) ?? 0);
  if (bytes.length !== length) return null;
  try {
    return { value: utf8.decode(Uint8Array.from(bytes)), length };
  } catch {
    return null;
  }
}

function wordAround(text: string, start: number, end: number): string {
  while (start > 0 && /\S/.test(text[start - 1] ?? "") && end - start < 40) start -= 1;
  while (end < text.length && /\S/.test(text[end] ?? "") && end - start < 40) end += 1;
  return text.slice(start, end);
}

function repairWord({ found, edit }: Damage, all: Damage[], text: string): string {
  return all
    .filter((other) => other.edit.start <= edit.end + 40 && other.edit.end >= edit.start - 40)
    .reduce((word, other) => word.replaceAll(text.slice(other.edit.start, other.edit.end), other.edit.text), found);
}
