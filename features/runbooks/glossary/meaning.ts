import type { Problem } from "../artifact";
import { report } from "../pipeline/problem";
import { readGlossary } from "../search/glossary";
import { isStopWord, tokenize } from "../search/terms";

/** Path of the file below the content folder. */
export const glossaryFile = "glossary.txt";

/** Ways of saying one thing in one language; `lang` is null where the line names none. */
export type Section = { lang: string | null; words: string[] };
/** A line of the file that counts. */
export type Meaning = { line: number; sections: Section[] };
export type Glossary = { meanings: Meaning[]; problems: Problem[] };

/** Of a file: bytes, meanings, and characters of a line, at most. */
export const limits = { bytes: 512_000, meanings: 5_000, line: 500 } as const;

const comment = /^\s*(?:#|$)/;
const language = /^\s*([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?)\s*:/;

/**
 * Reads a glossary. A line is one meaning: its ways of saying it are separated by commas, those of several languages by
 * semicolons, each list with its language and a colon before it or without (`es: cola, encolado; en: queue`). What begins with `#`
 * is a comment. A line that cannot be read is a problem at its place, and the others still count.
 * @param file name in the problems
 */
export function parseGlossary(text: string, file: string = glossaryFile): Glossary {
  const { add, problems } = report(file);
  const meanings: Meaning[] = [];
  for (const [at, raw] of text.split(/\r?\n/).entries()) {
    const [line, shown] = [at + 1, at === 0 ? raw.replace(/^\uFEFF/, "") : raw];
    if (comment.test(shown)) continue;
    if (shown.length > limits.line) {
      add(
        "glossary-long",
        { line, column: limits.line + 1 },
        { size: String(shown.length), limit: String(limits.line) },
      );
      continue;
    }
    const before = problems.length;
    const sections = sectionsOf(shown, (rule, column, found) => add(rule, { line, column }, { text: found }));
    if (problems.length > before) continue;
    if (readGlossary(wordsOf({ sections }).join(",")).bySaying.size < 2) {
      add("glossary-alone", { line, column: 1 }, { text: shown.trim() });
    } else if (meanings.length === limits.meanings) {
      add("glossary-many", { line, column: 1 }, { limit: String(limits.meanings) });
      break;
    } else meanings.push({ line, sections });
  }
  return { meanings, problems };
}

type Say = (rule: "glossary-empty" | "glossary-nothing" | "glossary-language", column: number, found: string) => void;

function sectionsOf(line: string, say: Say): Section[] {
  const sections: Section[] = [];
  let at = 0;
  for (const part of line.split(";")) {
    const tag = language.exec(part);
    const start = at + (tag?.[0].length ?? 0);
    if (tag?.[1] && !isLanguage(tag[1])) say("glossary-language", at + part.search(/\S/) + 1, tag[1]);
    sections.push({ lang: tag?.[1] ?? null, words: wordsIn(part.slice(tag?.[0].length ?? 0), start, say) });
    at += part.length + 1;
  }
  return sections;
}

function wordsIn(text: string, start: number, say: Say): string[] {
  const words: string[] = [];
  let at = start;
  for (const piece of text.split(",")) {
    const word = piece.trim().replace(/\s+/g, " ");
    const column = at + Math.max(0, piece.search(/\S/)) + 1;
    if (word === "") say("glossary-empty", column, word);
    else if (!isSearchable(word)) say("glossary-nothing", column, word);
    words.push(word);
    at += piece.length + 1;
  }
  return words;
}

/** Whether a query could ever hold it: signs, and the commonest words of both languages, are not looked for. */
export const isSearchable = (word: string): boolean =>
  tokenize(word).some(({ parts }) => parts.some((part) => !isStopWord(part)));

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** All ways of saying it, whatever the language. */
export const wordsOf = ({ sections }: Pick<Meaning, "sections">): string[] => sections.flatMap(({ words }) => words);

/** What the search takes: a meaning a line, its ways of saying it separated by commas. */
export const searchLines = ({ meanings }: Pick<Glossary, "meanings">): string[] =>
  meanings.map((meaning) => wordsOf(meaning).join(", "));
