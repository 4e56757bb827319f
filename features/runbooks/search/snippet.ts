import type { SearchSection } from "../artifact";
import { fold } from "./fold";
import { impactOf, type Postings } from "./postings";
import type { QueryTerm } from "./query-terms";
import type { SearchIndex } from "./search-index";
import type { StoredSection } from "./section-store";
import { tokenize } from "./terms";

export type Snippet = {
  text: string;
  /** Start and end of each match, in UTF-16 units of `text`. */
  matches: [number, number][];
};

const width = 180;
const maxLines = 400;
const symptomGain = 1.3;

type Needle = { text: string; value: number; postings: Postings };

/** The line of a section that answers a query best, cut to about 180 characters around its matches. */
export function snippetOf(index: SearchIndex, { id, section }: StoredSection, terms: QueryTerm[]): Snippet {
  const { worth, needles } = soughtIn(terms, index);
  // The index says in no time which of them the section has; a look through its texts takes the most of what a snippet costs.
  const held = needles.filter(({ postings }) => impactOf(postings, id) > 0);
  const line = bestLine(section, held);
  const matches: [number, number][] = [];
  for (const { start, end, parts, wholes } of tokenize(line))
    if (hasOne(worth, parts) || hasOne(worth, wholes)) matches.push([start, end]);
  return cut(line, matches);
}

function hasOne(worth: Map<string, number>, terms: string[]): boolean {
  for (const term of terms) if (worth.has(term)) return true;
  return false;
}

type Sought = { worth: Map<string, number>; needles: Needle[] };
const known = new WeakMap<QueryTerm[], Sought>();

/** What all snippets of one query look for. */
function soughtIn(terms: QueryTerm[], { postings }: SearchIndex): Sought {
  const before = known.get(terms);
  if (before) return before;
  const worth = new Map<string, number>();
  for (const { rarity, matches } of terms) {
    for (const [term, quality] of matches) worth.set(term, Math.max(rarity * quality, worth.get(term) ?? 0));
  }
  // A line is looked at by how its words begin, which costs far less than taking all lines apart.
  const needles = [...worth].flatMap(([term, value]) => {
    const held = postings.get(term);
    return held ? [{ text: term.length > 5 ? term.slice(0, -1) : term, value, postings: held }] : [];
  });
  const sought = { worth, needles };
  known.set(terms, sought);
  return sought;
}

function bestLine({ symptoms, causes, prose, commands }: SearchSection, needles: Needle[]): string {
  const seen = bestOf(composed(symptoms), needles, symptomGain, maxLines);
  const told = bestOf(composed(`${causes}\n${prose}\n${commands}`), needles, 1, maxLines - seen.lines);
  return told.score > seen.score ? told.line : seen.line || told.line;
}

/** A text in NFC. Most have no mark that could be joined to a letter, and are so already. */
const composed = (text: string): string => (/[\u0300-\uffff]/.test(text) ? text.normalize("NFC") : text);

/**
 * The best line of a text, with what it is worth, and how many lines there are; the first one where none holds anything. Each
 * needle is looked for in the text as a whole: that is quicker by far than in each line.
 */
function bestOf(text: string, needles: Needle[], gain: number, most: number) {
  const lines = linesOf(text, most);
  const folded = lines === 0 || needles.length === 0 ? "" : fold(text);
  for (const { text: needle, value } of needles) {
    let line = 0;
    for (let at = folded.indexOf(needle); at >= 0; ) {
      while (line < lines && (ends[line] as number) <= at) line += 1;
      if (line === lines) break;
      worths[line] = (worths[line] as number) + value;
      at = folded.indexOf(needle, ends[line] as number);
    }
  }
  let best = 0;
  let score = 0;
  for (let at = 0; at < lines; at += 1) {
    // Of two that hold the same, the shorter says it, and what is seen says more than what is typed.
    const own = ((worths[at] as number) * gain) / (1 + ((ends[at] as number) - (starts[at] as number)) / 2_000);
    if (own > score) {
      score = own;
      best = at;
    }
  }
  return { line: lines === 0 ? "" : text.slice(starts[best], ends[best]), score, lines };
}

// One text at a time is looked at: these are reused.
const starts = new Uint32Array(maxLines);
const ends = new Uint32Array(maxLines);
const worths = new Float64Array(maxLines);

/** Notes where the lines of a text are that are not blank, without the spaces around. @returns how many there are */
function linesOf(text: string, most: number): number {
  let lines = 0;
  for (let from = 0; from < text.length && lines < most; ) {
    const found = text.indexOf("\n", from);
    const next = found < 0 ? text.length : found;
    let end = next;
    while (from < end && isBlank(text.charCodeAt(from))) from += 1;
    while (end > from && isBlank(text.charCodeAt(end - 1))) end -= 1;
    if (from < end) {
      starts[lines] = from;
      ends[lines] = end;
      worths[lines] = 0;
      lines += 1;
    }
    from = next + 1;
  }
  return lines;
}

/** A space, a tab or what comes before a line feed. */
const isBlank = (code: number) => code === 0x20 || code === 0x09 || code === 0x0d || code === 0xa0;

function cut(line: string, matches: [number, number][]): Snippet {
  if (line.length <= width) return { text: line, matches };
  const first = matches[0]?.[0] ?? 0;
  let start = Math.max(0, Math.min(first - 40, line.length - width));
  if (start > 0) start = Math.max(start, line.indexOf(" ", start) + 1);
  if (start > first) start = first;
  const text = `${start > 0 ? "…" : ""}${line.slice(start, start + width)}${start + width < line.length ? "…" : ""}`;
  const shift = start > 0 ? 1 - start : 0;
  const end = start + width;
  const kept = matches.filter(([from, to]) => from >= start && to <= end);
  return { text, matches: kept.map(([from, to]): [number, number] => [from + shift, to + shift]) };
}
