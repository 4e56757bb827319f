import type { RunbookPath, SearchSection } from "../artifact";
import { lineReader } from "./line-reader";
import { append, type PostingStore, postingStore } from "./postings";
import { emptyStore, type IndexedSection, putRunbook, type SectionStore, takeRunbook } from "./section-store";
import { weigher } from "./term-weights";
import { addWord, emptyWordList, settle, type WordList } from "./word-list";

export type { IndexedSection } from "./section-store";

/**
 * Sections by term, with BM25F weights worked out beforehand. It grows and shrinks by the runbook, in time that depends on
 * that runbook only, and weighs each as if all had been there from the start; a section's number is never given twice.
 */
export type SearchIndex = {
  sections: SectionStore;
  postings: PostingStore;
  words: WordList;
  /** Sections that are there. */
  alive: number;
  /** Counts up with every change. */
  changes: number;
};

/** What is known of a runbook beside its sections. */
export type RunbookEntry = { path: RunbookPath; service: string; title: string; version: string };

export const emptyIndex = (): SearchIndex => ({
  sections: emptyStore(),
  postings: postingStore(),
  words: emptyWordList(),
  alive: 0,
  changes: 0,
});

/** An index of sections that are not told apart by version, runbook by runbook in the order of their first sections. */
export function buildIndex(sections: IndexedSection[]): SearchIndex {
  const index = emptyIndex();
  const runbooks = new Map<RunbookPath, { entry: RunbookEntry; sections: SearchSection[] }>();
  for (const { path, service, title, section } of sections) {
    const runbook = runbooks.get(path) ?? { entry: { path, service, title, version: "" }, sections: [] };
    if (runbook.sections.length === 0) runbooks.set(path, runbook);
    runbook.sections.push(section);
  }
  for (const { entry, sections: own } of runbooks.values()) replaceRunbook(index, entry, own);
  return index;
}

/** Puts the sections of one runbook in the place of those that it had. */
export function replaceRunbook(index: SearchIndex, entry: RunbookEntry, sections: SearchSection[]): void {
  const read = lineReader();
  const weigh = weigher(entry, read);
  let id = putRunbook(index.sections, entry, sections, read);
  for (const section of sections) {
    for (const [term, impact] of weigh(section)) addTerm(index, term, id, impact);
    id += 1;
  }
  settle(index.words);
  changed(index);
}

/** Takes the sections of one runbook out. Their words stay known, with nothing behind them. */
export function removeRunbook(index: SearchIndex, path: RunbookPath): void {
  if (takeRunbook(index.sections, path)) changed(index);
}

function changed(index: SearchIndex): void {
  index.alive = index.sections.alive;
  index.changes += 1;
}

function addTerm({ postings, words }: SearchIndex, term: string, id: number, impact: number): void {
  if (postings.recent.slots.has(term)) append(postings.recent, term, id, impact);
  else {
    // A part of a text would hold the whole of it in memory.
    const own = ` ${term}`.slice(1);
    if (!postings.base.slots.has(term)) addWord(words, own);
    append(postings.recent, own, id, impact);
  }
}

/** Whether so much was replaced or came since that packing it anew saves memory and time. */
export function isWorn({ sections, postings }: SearchIndex): boolean {
  if (sections.size <= 2_000) return false;
  return sections.alive < sections.size / 2 || postings.recent.used > postings.base.used / 2;
}
