import { synonymsOf } from "@/features/runbooks/search/glossary";
import { stemsOfLonger } from "@/features/runbooks/search/stem";
import { isStopWord, type Token, tokenize } from "@/features/runbooks/search/terms";
import { partsOf, quoted, type Weight } from "./document";

/** One word, identifier or phrase of a query, as conditions that PostgreSQL can use its index for. */
export type QueryWord = {
  /** As it was typed. */
  text: string;
  parts: string[];
  /** Whether the last part may be the beginning of a longer one, because it is still being typed. */
  open: boolean;
  /** What answers it: itself, its beginning, its meaning in the other language. A `tsquery`. */
  query: string;
  /** Itself alone. */
  exact: string;
  /** Itself in a title; in a root cause or a service. */
  title: string;
  named: string;
};

/** Words that are asked for at once: a pasted stack trace is told apart by its rarest words, not by all of them. */
const most = 24;
const readable = 4_000;
const phrase = /"([^"]{1,500})"|“([^”]{1,500})”|«([^»]{1,500})»/g;

/**
 * What a query asks for. Words in quotes are one phrase, and so are the parts of an identifier. Whatever was typed, the
 * conditions are made of letters, digits and the signs inside identifiers, each in quotes.
 */
export function queryWords(text: string): QueryWord[] {
  const query = text.slice(0, readable).normalize("NFC");
  const phrases = [...query.matchAll(phrase)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
  const rest = query.replaceAll(phrase, " ");
  const typing = phrases.length === 0 || !/["”»]\s*$/.test(query);
  const tokens = tokenize(rest);
  const only = phrases.length === 0 && tokens.every(({ parts }) => parts.every(isStopWord));
  const words = tokens.flatMap((token) => wordOf(rest, token, typing && token.end === rest.length, only));
  const distinct = new Map([...phrases.flatMap(phraseWord), ...words].map((word) => [word.exact, word]));
  return tellingOnes([...distinct.values()]);
}

/** A long pasted text is asked for by its longest words: times and counts stand in every log. */
function tellingOnes(words: QueryWord[]): QueryWord[] {
  if (words.length <= most) return words;
  return words
    .filter(({ text }) => /\p{L}/u.test(text))
    .toSorted((a, b) => b.text.length - a.text.length)
    .slice(0, most);
}

function wordOf(query: string, token: Token, open: boolean, only: boolean): QueryWord[] {
  const parts = only ? token.parts : partsOf(token);
  if (parts.length === 0) return [];
  const text = query.slice(token.start, token.end);
  const inOrder = (weight?: Weight, prefix = false) =>
    sequence(
      parts.map((term) => ({ term, gap: 1 })),
      weight,
      prefix,
    );
  const wholes = token.wholes.map((whole) => quoted(whole) + (open ? ":*" : ""));
  const meanings = parts.length === 1 ? synonymsOf(parts[0] ?? "").map(quoted) : [];
  const long = (parts.at(-1)?.length ?? 0) >= 2;
  const longer = open && parts.length === 1 ? stemsOfLonger(parts[0] ?? "").map(quoted) : [];
  const answers = [inOrder(undefined, open && long), ...longer, ...wholes, ...meanings].join(" | ");
  return [
    {
      text,
      parts,
      open,
      query: answers,
      exact: inOrder(),
      title: inOrder("A", open && long),
      named: inOrder("B", open && long),
    },
  ];
}

function phraseWord(text: string): QueryWord[] {
  const parts: { term: string; gap: number }[] = [];
  let gap = 1;
  for (const token of tokenize(text)) {
    for (const term of token.parts) {
      if (token.parts.length === 1 && isStopWord(term)) {
        gap++;
        continue;
      }
      parts.push({ term, gap });
      gap = 1;
    }
  }
  if (parts.length === 0) return [];
  const exact = sequence(parts);
  const terms = parts.map(({ term }) => term);
  return [
    { text, parts: terms, open: false, query: exact, exact, title: sequence(parts, "A"), named: sequence(parts, "B") },
  ];
}

/** Parts one after the other, each so many places after the one before. */
function sequence(parts: { term: string; gap: number }[], weight: Weight | "" = "", prefix = false): string {
  return `(${parts
    .map(({ term, gap }, index) => {
      const flags = `${prefix && index === parts.length - 1 ? "*" : ""}${weight}`;
      const operand = quoted(term) + (flags ? `:${flags}` : "");
      return index === 0 ? operand : `<${gap}> ${operand}`;
    })
    .join(" ")})`;
}
