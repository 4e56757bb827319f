import { isCode } from "./codes";
import { fold } from "./fold";
import { frequencyOf } from "./frequency";
import { type Meanings, meaningsOf } from "./glossary";
import { noiseAt, noiseIn } from "./noise";
import type { SearchIndex } from "./search-index";
import { stemsOfLonger } from "./stem";
import { isStopWord, queryTokens } from "./terms";
import { isWeak } from "./weak-words";
import { nearest, startingWith } from "./word-list";

/** One word of a query: the terms of the index that answer it, each with how well (1 is the word itself). */
export type QueryTerm = {
  term: string;
  /** What it tells about a section that has it; ln. */
  rarity: number;
  /** Sections that hold any of its terms, at most. */
  frequency: number;
  matches: Map<string, number>;
  /** How much of the query a section that has it answers. */
  cover: number;
  /** Not of the query: of another way of saying it. */
  isHint: boolean;
};

/** Words that are asked for at once: the rarest of a pasted text tell it apart. */
const maxTerms = 24;
/** Up to here somebody is typing; beyond, they pasted. */
const typedTerms = 12;
const maxPrefixes = 16;
const maxGuesses = 6;
const mostSlipped = 2;
const commoner = 20;
const weights = {
  code: 1.5,
  whole: 1.35,
  plain: 1,
  quoted: 0.6,
  part: 0.35,
  path: 0.35,
  varying: 0.15,
  weak: 0.4,
} as const;
const qualities = { itself: 1, meaning: 0.75, beginning: 0.6, slip: 0.5, twoSlips: 0.35, joined: 0.9 } as const;

/**
 * The words of a query that tell sections apart, the rarest first. A word that the index lacks is looked for by its
 * beginning (the last word, while it is typed), joined with its neighbour, by its meaning in the other language, and by its
 * nearest spelling: exact beats all of these.
 */
export function queryTerms(query: string, index: SearchIndex): QueryTerm[] {
  const words = wordsOf(query);
  const typed = words.size <= typedTerms;
  const telling = [...words.values()].filter(({ term }) => !isStopWord(term));
  const chosen = telling.length > 0 ? telling : [...words.values()];
  const meanings = meaningsOf(query);
  const found: QueryTerm[] = [];
  for (const word of chosen) {
    if (!typed && word.weight <= weights.path) continue;
    const matches = expand(word, index, typed);
    for (const meaning of instead(word.term, meanings)) add(index, matches, meaning, qualities.meaning);
    if (matches.size > 0) found.push(termOf(word, matches, index));
  }
  return [...found, ...hints(meanings, words, found, index)].sort((a, b) => b.rarity - a.rarity).slice(0, maxTerms);
}

/** What may be found instead of a word: what it means, and what the saying means that it is a word of. */
const instead = (term: string, { byWord, phrases }: Meanings): string[] => [
  ...(byWord.get(term) ?? []),
  ...phrases.filter(({ of }) => of.includes(term)).flatMap(({ words }) => words),
];

/** Words of other sayings: together they tell as much as what they stand for. */
function hints({ parts }: Meanings, words: Map<string, Word>, asked: QueryTerm[], index: SearchIndex): QueryTerm[] {
  const found = new Map<string, QueryTerm>();
  for (const { of, word, share } of parts) {
    if (words.has(word) || frequencyOf(index, word) === 0) continue;
    const said = asked.reduce((sum, { term, cover }) => sum + (of.includes(term) ? cover : 0), 0);
    const cover = said * share * qualities.meaning;
    const known = found.get(word);
    const hint = termOf({ term: word, weight: weights.part, open: false }, new Map([[word, 1]]), index);
    found.set(word, { ...hint, isHint: true, cover: Math.max(cover, known?.cover ?? 0) });
  }
  return [...found.values()];
}

type Word = { term: string; weight: number; open: boolean };

function wordsOf(query: string): Map<string, Word> {
  const noise = noiseAt(noiseIn(query));
  const words = new Map<string, Word>();
  const put = (term: string, weight: number, open = false) => {
    const known = words.get(term);
    words.set(term, { term, weight: Math.max(weight, known?.weight ?? 0), open: open || (known?.open ?? false) });
  };
  const end = query.normalize("NFC").length;
  for (const token of queryTokens(query)) {
    const raw = query.slice(token.start, token.end);
    const kind = noise(token.start, token.end);
    const base = kind ? weights[kind] : isCode(raw) ? weights.code : isWeak(fold(raw)) ? weights.weak : weights.plain;
    const open = token.end === end;
    const last = token.parts.length - 1;
    token.parts.forEach((part, at) => {
      // The parts of a compound tell less than the compound.
      put(part, token.wholes.length > 0 ? Math.min(base, weights.plain) * 0.8 : base, open && at === last);
    });
    for (const whole of token.wholes) put(whole, kind ? base : Math.max(base, weights.whole), open);
  }
  return words;
}

function termOf({ term, weight }: Word, matches: Map<string, number>, index: SearchIndex): QueryTerm {
  let frequency = 0;
  let telling = 0;
  for (const [match, quality] of matches) {
    const own = frequencyOf(index, match);
    frequency += own;
    // As rare as the commonest of those that answer as well as any.
    if (quality >= 0.75 || matches.size === 1) telling = Math.max(telling, own);
  }
  const count = Math.min(index.alive, telling || frequency);
  const rarity = weight * Math.log(1 + (index.alive - count + 0.5) / (count + 0.5));
  return { term, rarity, cover: rarity, isHint: false, frequency, matches };
}

function expand({ term, open }: Word, index: SearchIndex, typed: boolean): Map<string, number> {
  const matches = new Map<string, number>();
  add(index, matches, term, qualities.itself);
  if (open && typed && term.length >= 2) {
    for (const candidate of startingWith(term, index.words, maxPrefixes))
      add(index, matches, candidate, qualities.beginning);
  }
  if (!typed) return matches;
  if (matches.size > 0) {
    addCommoner(index, matches, term);
    return matches;
  }
  for (const shorter of open ? stemsOfLonger(term) : []) {
    if (matches.size === 0) add(index, matches, shorter, qualities.beginning);
  }
  // The last word is on its way to a longer one, or was finished and mistyped: nobody can tell.
  for (const { word, far } of term.length >= 4 ? nearest(term, index.words, maxGuesses) : []) {
    add(index, matches, word, far === 1 ? qualities.slip : qualities.twoSlips);
  }
  return matches;
}

/** Somebody else's slip may be in a library too: what is there once or twice may be meant for a word that is common. */
function addCommoner(index: SearchIndex, matches: Map<string, number>, term: string): void {
  const own = frequencyOf(index, term);
  if (own === 0 || own > mostSlipped || term.length < 5) return;
  for (const { word, far } of nearest(term, index.words, maxGuesses))
    if (far === 1 && frequencyOf(index, word) >= own * commoner) add(index, matches, word, qualities.slip);
}

function add(index: SearchIndex, matches: Map<string, number>, term: string, quality: number): void {
  if (frequencyOf(index, term) > 0) matches.set(term, Math.max(quality, matches.get(term) ?? 0));
}
