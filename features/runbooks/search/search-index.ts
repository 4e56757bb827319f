import type { RunbookPath, SearchSection } from "../artifact";
import { tokenize } from "./terms";

/** A section with what its results show. */
export type IndexedSection = { path: RunbookPath; service: string; title: string; section: SearchSection };

/** Sections by term, with BM25F weights worked out beforehand. Immutable, and made of plain data. */
export type SearchIndex = {
  sections: IndexedSection[];
  postings: ReadonlyMap<string, Postings>;
  /** Terms in order, for prefixes and misspellings. */
  terms: string[];
};
/** Where a term stands: `sections[i]` holds it with `weights[i]`. */
export type Postings = { sections: number[]; weights: number[] };

/** How much a word tells where it stands. Symptoms and alerts are what somebody in trouble has at hand. */
const fields = { title: 6, symptoms: 4, alerts: 5, causes: 3, commands: 1.6, prose: 1, page: 1.2 } as const;
type Field = keyof typeof fields;
const fieldNames = Object.keys(fields) as Field[];
const lengthInfluence = 0.6;

type Counted = { length: number; counts: Map<string, number> };
// Sections live as long as their runbook is unchanged, so that a change of one file counts the words of that file only.
const counted = new WeakMap<SearchSection, Counted[]>();

/** @param sections in any order; results refer to them by position. */
export function buildIndex(sections: IndexedSection[]): SearchIndex {
  const words = sections.map(count);
  const average = fieldNames.map((_, field) => {
    const total = words.reduce((sum, entry) => sum + (entry[field]?.length ?? 0), 0);
    return Math.max(1, total / Math.max(1, sections.length));
  });
  const postings = new Map<string, Postings>();
  words.forEach((entry, section) => {
    const weights = new Map<string, number>();
    entry.forEach(({ length, counts }, field) => {
      const name = fieldNames[field] ?? "prose";
      const weight = fields[name] / (1 - lengthInfluence + (lengthInfluence * length) / (average[field] ?? 1));
      for (const [term, times] of counts) weights.set(term, (weights.get(term) ?? 0) + weight * times);
    });
    for (const [term, weight] of weights) {
      const list = postings.get(term) ?? { sections: [], weights: [] };
      if (list.sections.length === 0) postings.set(term, list);
      list.sections.push(section);
      list.weights.push(weight);
    }
  });
  return { sections, postings, terms: [...postings.keys()].toSorted() };
}

function count(entry: IndexedSection): Counted[] {
  const known = counted.get(entry.section);
  if (known) return known;
  const made = fieldNames.map((field) => {
    const tokens = tokenize(textOf(entry, field));
    const counts = new Map<string, number>();
    for (const token of tokens)
      for (const term of [...token.parts, ...token.wholes]) counts.set(term, (counts.get(term) ?? 0) + 1);
    return { length: tokens.length, counts };
  });
  counted.set(entry.section, made);
  return made;
}

function textOf({ title, service, section }: IndexedSection, field: Field): string {
  if (field === "page") return section.kind === "page" ? service : `${title} ${service}`;
  return section[field];
}
