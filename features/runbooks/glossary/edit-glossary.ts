import type { Section } from "./meaning";

/** A meaning as a line of the file: `es: cola, encolado; en: queue`. Lists without words are left out. */
export const lineOf = (sections: readonly Section[]): string =>
  sections
    .map(({ lang, words }) => ({ lang, words: words.map(plain).filter(Boolean) }))
    .filter(({ words }) => words.length > 0)
    .map(({ lang, words }) => `${lang ? `${lang}: ` : ""}${words.join(", ")}`)
    .join("; ");

// What would begin another word, another language, a comment or another line.
const plain = (word: string) =>
  word
    .replace(/[,;\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/^[\s#:]+|\s+$/g, "")
    .replace(/\s+/g, " ");

/** The text with a meaning at its end; everything else stays byte for byte. */
export function addMeaning(text: string, sections: readonly Section[]): string {
  const end = text === "" || text.endsWith("\n") ? "" : endingOf(text);
  return `${text}${end}${lineOf(sections)}${endingOf(text)}`;
}

/** The text with the meaning of a line replaced; everything else stays byte for byte. @param line from 1 */
export const changeMeaning = (text: string, line: number, sections: readonly Section[]): string =>
  linesOf(text)
    .map((raw, at) => (at + 1 === line ? lineOf(sections) + (/\r?\n$/.exec(raw)?.[0] ?? "") : raw))
    .join("");

/** The text without a line. @param line from 1 */
export const removeMeaning = (text: string, line: number): string =>
  linesOf(text)
    .filter((_, at) => at + 1 !== line)
    .join("");

const linesOf = (text: string): string[] => text.split(/(?<=\n)/);
const endingOf = (text: string): string => (/\r\n/.test(text) ? "\r\n" : "\n");
