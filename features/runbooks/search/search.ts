import type { RunbookPath, SectionKind } from "../artifact";
import { type QueryTerm, queryTerms } from "./query-terms";
import type { IndexedSection, SearchIndex } from "./search-index";
import { snippetOf } from "./snippet";
import { fold } from "./terms";

export type SearchResult = {
  path: RunbookPath;
  service: string;
  /** Title of the runbook. */
  title: string;
  /** Title of the section; that of the runbook when the page itself answers. */
  heading: string;
  /** Id on the page; empty for the page itself. */
  anchor: string;
  kind: SectionKind;
  snippet: string;
  /** Start and end of each match in `snippet`. */
  matches: [number, number][];
  /** Larger is better; comparable within one query only. */
  score: number;
};

type Hit = { entry: IndexedSection; score: number };

const saturation = 1.3;
const candidates = 80;
const kindWeight: Record<SectionKind, number> = {
  procedure: 1.1,
  checklist: 1,
  triage: 1,
  step: 0.95,
  section: 0.95,
  page: 0.9,
};

/**
 * BM25 by section. A section that holds all the words beats one that repeats a few, the words as they were typed beat
 * related ones, and a procedure stands for its steps unless one of them answers much better.
 * @param limit results at most.
 */
export function search(index: SearchIndex, query: string, limit = 20): SearchResult[] {
  const terms = queryTerms(query, index);
  const hits = rank(index, terms).slice(0, candidates);
  const phrases = phrasesOf(query);
  for (const hit of hits) hit.score *= phraseBoost(hit.entry, phrases) * kindWeight[hit.entry.section.kind];
  return group(hits.toSorted((a, b) => b.score - a.score))
    .slice(0, limit)
    .map(({ entry, score }) => present(entry, score, terms));
}

function rank(index: SearchIndex, terms: QueryTerm[]): Hit[] {
  const scores = new Map<number, { score: number; covered: number }>();
  const total = terms.reduce((sum, term) => sum + term.rarity, 0);
  for (const { rarity, matches } of terms) {
    const best = new Map<number, { score: number; quality: number }>();
    for (const [term, quality] of matches) {
      const { sections = [], weights = [] } = index.postings.get(term) ?? {};
      for (let i = 0; i < sections.length; i++) {
        const section = sections[i] ?? 0;
        const weight = weights[i] ?? 0;
        const score = (quality * rarity * weight * (saturation + 1)) / (weight + saturation);
        const known = best.get(section);
        if (!known || known.score < score) best.set(section, { score, quality });
      }
    }
    for (const [section, { score, quality }] of best) {
      const sum = scores.get(section) ?? { score: 0, covered: 0 };
      scores.set(section, { score: sum.score + score, covered: sum.covered + rarity * quality });
    }
  }
  const hits = [...scores].flatMap(([section, { score, covered }]): Hit[] => {
    const entry = index.sections[section];
    return entry ? [{ entry, score: score * (0.35 + (0.65 * covered) / (total || 1)) }] : [];
  });
  return hits.toSorted((a, b) => b.score - a.score);
}

/** The lines of a query with at least two words, as one would find them in a text. */
function phrasesOf(query: string): string[] {
  const lines = query.slice(0, 20_000).split("\n").slice(0, 40);
  return lines.map((line) => squeeze(line)).filter((line) => line.length <= 200 && line.includes(" "));
}

const squeeze = (text: string) =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

function phraseBoost({ section }: IndexedSection, phrases: string[]): number {
  if (phrases.length === 0) return 1;
  const title = squeeze(section.title);
  const text = squeeze(
    `${section.title}\n${section.symptoms}\n${section.causes}\n${section.prose}\n${section.commands}\n${section.alerts}`,
  );
  if (phrases.some((phrase) => title.includes(phrase))) return 1.8;
  return phrases.some((phrase) => text.includes(phrase)) ? 1.5 : 1;
}

/** One result per procedure or checklist: itself, or the step of it that answers much better. */
function group(hits: Hit[]): Hit[] {
  const keyOf = ({ entry }: Hit) => `${entry.path}#${entry.section.parent ?? entry.section.anchor}`;
  const chosen = new Map<string, Hit>();
  for (const hit of hits) {
    const current = chosen.get(keyOf(hit));
    const isWhole = hit.entry.section.parent === null;
    if (!current) chosen.set(keyOf(hit), hit);
    else if (isWhole && hit.score >= current.score * 0.7)
      chosen.set(keyOf(hit), { entry: hit.entry, score: Math.max(hit.score, current.score) });
  }
  return [...chosen.values()].toSorted((a, b) => b.score - a.score);
}

function present({ path, service, title, section }: IndexedSection, score: number, terms: QueryTerm[]): SearchResult {
  const { text, matches } = snippetOf(section, terms);
  const { anchor, kind } = section;
  return {
    path,
    service,
    title,
    heading: section.title || title,
    anchor,
    kind,
    snippet: text,
    matches,
    score: Math.round(score * 1_000) / 1_000,
  };
}
