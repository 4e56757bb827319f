import { fold } from "@/features/runbooks/search/fold";
import { isStopWord, type Token, tokenize } from "@/features/runbooks/search/terms";

/** How much a match is worth: A for a title, B for a root cause or a service, C for the rest of the facts, D for an entry. */
export type Weight = "A" | "B" | "C" | "D";

/** Characters of a text that are read, and the last place that PostgreSQL keeps of a word. */
const readable = 50_000;
const lastPlace = 16_383;

/** A term as a `tsvector` or a `tsquery` is written; without the half of a character that cutting a long one may leave. */
export const quoted = (term: string) =>
  `'${term
    .replaceAll(/\p{Cs}/gu, "")
    .replaceAll("\\", "\\\\")
    .replaceAll("'", "''")}'`;

/** The parts of a token that can be asked for one after the other; a lone word that says nothing has none. */
export const partsOf = ({ parts }: Token) => (parts.length === 1 && isStopWord(parts[0] ?? "") ? [] : parts);

/**
 * Texts as the content of a `tsvector`: each part of each word at a place of its own, so that parts of an identifier can be
 * asked for in their order (`db-2.eu-west` is db, 2, eu, west), and whole compounds (`invalidpassworderror`) at their first part.
 */
export function searchTerms(texts: { text: string; weight: Weight }[]): string {
  const places: string[] = [];
  let place = 0;
  for (const { text, weight } of texts) {
    for (const token of tokenize(text.slice(0, readable))) {
      const label = weight === "D" ? "" : weight;
      const first = Math.min(place + 1, lastPlace);
      for (const part of token.parts) {
        place++;
        if (token.parts.length > 1 || !isStopWord(part))
          places.push(`${quoted(part)}:${Math.min(place, lastPlace)}${label}`);
      }
      for (const whole of token.wholes) places.push(`${quoted(whole)}:${first}${label}`);
    }
    // A phrase never runs from one text into the next.
    place += 2;
  }
  return places.join(" ");
}

const letters = /^\p{L}{4,24}$/u;

/** The distinct words of texts that somebody may mistype: letters alone, accents and case folded. */
export const wordsOf = (texts: string[]): Set<string> =>
  new Set(
    texts.flatMap((text) =>
      tokenize(text.slice(0, readable)).flatMap(({ start, end }) => {
        const word = fold(text.normalize("NFC").slice(start, end));
        return word.split(/[._\-:/@]+/).filter((part) => letters.test(part));
      }),
    ),
  );
