import type { SearchSection } from "../../artifact";
import { isCode } from "../codes";
import { withoutNoise } from "../noise";
import type { QueryTerm } from "../query-terms";
import { squeezed } from "../squeeze";
import { isStopWord, tokenize } from "../terms";

/** Why a line speaks for a section: it is the error that the section quotes, has a code of it, or words of it. */
export type Why = {
  kind: "signature" | "code" | "words";
  /** The words of the line that the section has, as they are written in the line. */
  words: string[];
};

/** What is asked of a section for each line: read once. */
export type SectionReading = { terms: Set<string>; text: string };

/** Words side by side that two texts do not share by chance; fewer are enough where the line has no others. */
const signatureWords = 4;
const fewestWords = 3;
const mostWords = 8;
const shortestWord = 2;

export function readSection(section: SearchSection): SectionReading {
  const { title, symptoms, causes, prose, commands, alerts } = section;
  const all = `${title}\n${symptoms}\n${causes}\n${alerts}\n${prose}\n${commands}`;
  const terms = new Set(tokenize(all).flatMap(({ parts, wholes }) => [...parts, ...wholes]));
  return { terms, text: squeezed(all) };
}

/** What is asked of a line for each section: read once. */
export type LineReading = { message: string; terms: QueryTerm[]; phrase: string[]; total: number };

export function readMessage(message: string, terms: QueryTerm[]): LineReading {
  const total = terms.reduce((sum, { rarity }) => sum + rarity, 0) || 1;
  return { message, terms, phrase: squeezed(withoutNoise(message)).trim().split(" "), total };
}

/** Compares a line with a section. @returns null when they have nothing in common, or only what any two have */
export function whyOf(line: LineReading, section: SectionReading, isLenient: boolean): Why | null {
  const matched = new Set<string>();
  let covered = 0;
  for (const { term, rarity, matches } of line.terms) {
    for (const [match, quality] of matches) {
      if (!section.terms.has(match)) continue;
      if (!matched.has(term)) covered += rarity * quality;
      matched.add(term);
    }
  }
  const { words, codes } = wordsOf(line.message, matched);
  if (words.length === 0) return null;
  if (isSignature(line.phrase, section.text)) return { kind: "signature", words };
  if (codes.length > 0) return { kind: "code", words: [...new Set([...codes, ...words])].slice(0, mostWords) };
  const isTelling = words.length >= 2 && covered / line.total >= 0.35;
  return isTelling || isLenient ? { kind: "words", words } : null;
}

/** Whether a text holds a long enough run of the words of a line. */
function isSignature(phrase: string[], text: string): boolean {
  const size = Math.min(signatureWords, Math.max(fewestWords, phrase.length));
  for (let from = 0; from + size <= phrase.length; from += 1) {
    const run = phrase.slice(from, from + size);
    if (run.filter((word) => !isStopWord(word)).length >= fewestWords && text.includes(` ${run.join(" ")} `))
      return true;
  }
  return false;
}

function wordsOf(message: string, matched: Set<string>): { words: string[]; codes: string[] } {
  const words = new Set<string>();
  const codes = new Set<string>();
  for (const { start, end, wholes } of tokenize(message)) {
    const raw = message.slice(start, end);
    const isWhole = wholes.length === 0 || wholes.some((one) => matched.has(one));
    const pieces = isWhole && wholes.length > 0 ? [raw] : piecesOf(raw, matched);
    for (const piece of pieces) if (piece.length >= shortestWord) words.add(piece);
    if (isWhole && pieces.length > 0 && isCode(raw)) codes.add(raw);
  }
  return { words: [...words].slice(0, mostWords), codes: [...codes] };
}

const humps = /\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?[\p{Ll}\p{N}]+|\p{Lu}+|\p{N}+/gu;

/** The parts of a compound that were found, as they are written in it. */
function piecesOf(raw: string, matched: Set<string>): string[] {
  const pieces = [...(raw.match(/[\p{L}\p{N}]+/gu) ?? []), ...(raw.match(humps) ?? [])];
  return [...new Set(pieces)].filter((piece) => {
    const [part] = tokenize(piece);
    return part?.wholes.length === 0 && part.parts.some((one) => matched.has(one) && !isStopWord(one));
  });
}
