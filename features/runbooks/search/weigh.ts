import type { SearchSection, SectionKind } from "../artifact";
import { pairsOf, phrasesOf } from "./phrases";
import type { QueryTerm } from "./query-terms";
import type { IndexedSection } from "./search-index";
import { squeezed } from "./squeeze";
import { isStopWord, tokenize } from "./terms";

/** How the words of a query stand in a section: what the index does not know. */
export type Weigh = (entry: IndexedSection) => number;

const kindWeight: Record<SectionKind, number> = {
  procedure: 1.1,
  checklist: 1,
  triage: 1,
  step: 0.95,
  section: 1,
  page: 0.9,
};
const gains = { phraseInTitle: 0.8, phrase: 0.5, pairs: 0.45, title: 0.5, page: 0.4 } as const;

/** A section is worth more when it has the words side by side, and when its title, or that of its
 * runbook or the name of the file, is about them and little else. */
export function weighing(query: string, terms: QueryTerm[]): Weigh {
  const phrases = phrasesOf(query);
  const pairs = pairsOf(query, (word) => !isStopWord(word));
  const worth = new Map<string, number>();
  let total = 0;
  for (const { cover, isHint, matches } of terms) {
    if (!isHint) total += cover;
    for (const [term, quality] of matches) worth.set(term, Math.max(cover * quality, worth.get(term) ?? 0));
  }
  const about = (named: string[]) => {
    const known = named.filter((term) => worth.has(term));
    if (known.length === 0) return 0;
    const covers = known.reduce((sum, term) => sum + (worth.get(term) ?? 0), 0) / (total || 1);
    return (Math.min(1, covers) * known.length) / named.length;
  };
  return (entry) => {
    const { section } = entry;
    const { title, text, titleTerms, pageTerms, fileTerms } = read(entry);
    const phrase = phrases.some((one) => title.includes(one))
      ? gains.phraseInTitle
      : phrases.some((one) => text.includes(one))
        ? gains.phrase
        : 0;
    const beside =
      pairs.length === 0
        ? 0
        : pairs.filter((pair) => text.includes(pair) || title.includes(pair)).length / pairs.length;
    return (
      kindWeight[section.kind] *
      (1 +
        Math.max(phrase, gains.pairs * beside) +
        gains.title * about(titleTerms) +
        gains.page * Math.max(about(pageTerms), about(fileTerms)))
    );
  };
}

type Reading = { title: string; text: string; titleTerms: string[]; pageTerms: string[]; fileTerms: string[] };
const readings = new Map<SearchSection, Reading>();
const mostReadings = 4_000;

/** Sections that answer one query answer the next: what was read of them is kept for a while. */
function read({ path, title: page, section }: IndexedSection): Reading {
  const known = readings.get(section);
  if (known) return known;
  const { symptoms, causes, prose, commands, alerts } = section;
  const made = {
    title: squeezed(section.title),
    text: squeezed(`${symptoms}\n${causes}\n${prose}\n${commands}\n${alerts}`),
    titleTerms: namesIn(section.title),
    pageTerms: namesIn(page),
    fileTerms: namesIn(path.split("/").at(-1) ?? ""),
  };
  if (readings.size >= mostReadings)
    for (const old of [...readings.keys()].slice(0, mostReadings / 4)) readings.delete(old);
  readings.set(section, made);
  return made;
}

const namesIn = (text: string): string[] =>
  [...new Set(tokenize(text).flatMap(({ parts }) => parts))].filter((term) => !isStopWord(term));
