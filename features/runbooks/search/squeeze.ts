import { fold } from "./fold";

/** Latin with its accents, where folding is a letter for a letter: what each becomes, 0 where it parts words. */
const tableSize = 0x250;
const table = Uint8Array.from({ length: tableSize }, (_, code) => {
  const folded = fold(String.fromCharCode(code));
  return /[\p{L}\p{N}]/u.test(folded) && folded.charCodeAt(0) < 0x80 ? folded.charCodeAt(0) : 0;
});
/** Letters of that range that have no plain one: rare enough to be left to the long way. */
const isSpecial = Uint8Array.from({ length: tableSize }, (_, code) =>
  Number(table[code] === 0 && /[\p{L}\p{N}\p{M}]/u.test(String.fromCharCode(code))),
);
const decoder = new TextDecoder();
const space = 0x20;
let buffer = new Uint8Array(1 << 14);

/** Words alone, folded, one space between them and around: for looking whether a text holds a run of words. */
export function squeezed(text: string): string {
  if (buffer.length < text.length + 2) buffer = new Uint8Array(text.length * 2);
  const out = buffer;
  out[0] = space;
  let length = 1;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (needsLongWay(code)) return squeezedSlowly(text);
    const letter = letterOf(code);
    if (letter !== 0) out[length++] = letter;
    else if (out[length - 1] !== space) out[length++] = space;
  }
  if (out[length - 1] !== space) out[length++] = space;
  return length === 1 ? "  " : decoder.decode(out.subarray(0, length));
}

/** The plain letter or digit for a character, as its code; 0 where it parts words. */
export const letterOf = (code: number): number => (code < tableSize ? (table[code] as number) : 0);

/** Whether a table does not say what becomes of a character: beyond it, it may be a letter of any script, or half of one. */
export const needsLongWay = (code: number): boolean => (code >= tableSize ? !isSign(code) : isSpecial[code] === 1);

/** Dashes, quotes, dots, arrows and boxes: no letter and no number is between these two. */
const isSign = (code: number) => code >= 0x2010 && code <= 0x205e;

const squeezedSlowly = (text: string): string =>
  ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
