import type { RunbookPath, SearchSection } from "../artifact";
import { append, emptyPostings, type Postings } from "./postings";
import { tokenize } from "./terms";
import { addWord, emptyWordList, settle, type WordList } from "./word-list";

/** A section with what its results show. */
export type IndexedSection = { path: RunbookPath; service: string; title: string; section: SearchSection };

/**
 * Sections by term, with BM25F weights worked out beforehand. It grows and shrinks by the runbook, in time that depends on
 * that runbook only, and weighs each as if all had been there from the start; a section's number is never given twice.
 */
export type SearchIndex = {
  /** By number; a hole where a section is gone. */
  sections: (IndexedSection | undefined)[];
  /** Numbers of the sections of a runbook. */
  byPath: Map<RunbookPath, number[]>;
  postings: Map<string, Postings>;
  words: WordList;
  /** Sections that are there. */
  alive: number;
};

/** How much a word tells where it stands. Symptoms and alerts are what somebody in trouble has at hand. */
const fields = { title: 6, symptoms: 4, alerts: 5, causes: 3, commands: 1.6, prose: 1, page: 1.4 } as const;
type Field = keyof typeof fields;
const fieldNames = Object.keys(fields) as Field[];
/**
 * How many words each usually has. Not the average of this library: it would change with every runbook, and with it the
 * weight of all others.
 */
const usualLength: Record<Field, number> = {
  title: 6,
  symptoms: 25,
  alerts: 2,
  causes: 25,
  commands: 30,
  prose: 120,
  page: 8,
};
const lengthInfluence = 0.55;
const saturation = 1.3;
/** Impacts are kept as bytes: this is what the largest of them stands for. */
export const fullImpact = saturation + 1;

export const emptyIndex = (): SearchIndex => ({
  sections: [],
  byPath: new Map(),
  postings: new Map(),
  words: emptyWordList(),
  alive: 0,
});

/** @param sections in any order; results refer to them by position. */
export function buildIndex(sections: IndexedSection[]): SearchIndex {
  const index = emptyIndex();
  for (const entry of sections) enter(index, entry);
  settle(index.words);
  return index;
}

/** Puts the sections of one runbook in the place of those that it had. */
export function replaceRunbook(index: SearchIndex, path: RunbookPath, sections: IndexedSection[]): void {
  removeRunbook(index, path);
  for (const entry of sections) enter(index, entry);
  settle(index.words);
}

/** Takes the sections of one runbook out. Their words stay known, with nothing behind them. */
export function removeRunbook(index: SearchIndex, path: RunbookPath): void {
  for (const id of index.byPath.get(path) ?? []) {
    if (!index.sections[id]) continue;
    index.sections[id] = undefined;
    index.alive -= 1;
  }
  index.byPath.delete(path);
}

/** Whether so much was replaced that building it anew saves memory and time. */
export const isWorn = ({ sections, alive }: SearchIndex): boolean =>
  sections.length > 2_000 && alive < sections.length / 2;

type Counted = { length: number; counts: Map<string, number> };

function enter(index: SearchIndex, entry: IndexedSection): void {
  const id = index.sections.length;
  index.sections.push(entry);
  index.alive += 1;
  const own = index.byPath.get(entry.path) ?? [];
  if (own.length === 0) index.byPath.set(entry.path, own);
  own.push(id);
  const weights = new Map<string, number>();
  for (const [at, { length, counts }] of count(entry).entries()) {
    const field = fieldNames[at] ?? "prose";
    const weight = fields[field] / (1 - lengthInfluence + (lengthInfluence * length) / usualLength[field]);
    for (const [term, times] of counts) weights.set(term, (weights.get(term) ?? 0) + weight * times);
  }
  for (const [term, weight] of weights) {
    let postings = index.postings.get(term);
    if (!postings) {
      postings = emptyPostings();
      index.postings.set(term, postings);
      addWord(index.words, term);
    }
    append(postings, id, Math.max(1, Math.round((255 * weight) / (weight + saturation))));
  }
}

function count(entry: IndexedSection): Counted[] {
  return fieldNames.map((field) => {
    const tokens = tokenize(textOf(entry, field));
    const counts = new Map<string, number>();
    for (const token of tokens) {
      for (const term of token.parts) counts.set(term, (counts.get(term) ?? 0) + 1);
      for (const term of token.wholes) counts.set(term, (counts.get(term) ?? 0) + 1);
    }
    return { length: tokens.length, counts };
  });
}

function textOf({ title, service, section }: IndexedSection, field: Field): string {
  if (field === "page") return section.kind === "page" ? service : `${title} ${service}`;
  return section[field];
}
