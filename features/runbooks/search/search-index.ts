import type { RunbookPath, SearchSection } from "../artifact";
import { type Token, tokenize } from "./terms";

/** A section with what its results show. */
export type IndexedSection = { path: RunbookPath; service: string; title: string; section: SearchSection };

type Posting = { section: number; weight: number };
/** Sections by term, with BM25F weights worked out beforehand. Immutable, and made of plain data. */
export type SearchIndex = {
  sections: IndexedSection[];
  postings: ReadonlyMap<string, Posting[]>;
  /** Terms in order, for prefixes and misspellings. */
  terms: string[];
};

/** How much a word tells where it stands. Symptoms and alerts are what somebody in trouble has at hand. */
const fields = { title: 6, symptoms: 4, alerts: 5, causes: 3, commands: 1.6, prose: 1, page: 1.2 } as const;
type Field = keyof typeof fields;
const fieldNames = Object.keys(fields) as Field[];
const lengthInfluence = 0.6;

/** @param sections in any order; results refer to them by position. */
export function buildIndex(sections: IndexedSection[]): SearchIndex {
  const tokens = sections.map((entry) => fieldNames.map((field) => tokenize(textOf(entry, field))));
  const average = fieldNames.map((_, field) =>
    Math.max(1, tokens.reduce((sum, entry) => sum + lengthOf(entry[field]), 0) / Math.max(1, sections.length)),
  );
  const postings = new Map<string, Posting[]>();
  tokens.forEach((entry, section) => {
    const weights = new Map<string, number>();
    entry.forEach((list, field) => {
      const name = fieldNames[field] ?? "prose";
      const norm = 1 - lengthInfluence + (lengthInfluence * lengthOf(list)) / (average[field] ?? 1);
      for (const token of list) {
        for (const term of [...token.parts, ...token.wholes])
          weights.set(term, (weights.get(term) ?? 0) + fields[name] / norm);
      }
    });
    for (const [term, weight] of weights) {
      const list = postings.get(term);
      if (list) list.push({ section, weight });
      else postings.set(term, [{ section, weight }]);
    }
  });
  return { sections, postings, terms: [...postings.keys()].toSorted() };
}

const lengthOf = (tokens: Token[] | undefined) => tokens?.length ?? 0;

function textOf({ title, service, section }: IndexedSection, field: Field): string {
  if (field === "page") return section.kind === "page" ? service : `${title} ${service}`;
  return section[field];
}
