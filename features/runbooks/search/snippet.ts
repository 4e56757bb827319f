import type { SearchSection } from "../artifact";
import { fold } from "./fold";
import type { QueryTerm } from "./query-terms";
import { tokenize } from "./terms";

export type Snippet = {
  text: string;
  /** Start and end of each match, in UTF-16 units of `text`. */
  matches: [number, number][];
};

const width = 180;
const maxLines = 400;
const symptomGain = 1.3;

type Line = { text: string; folded: string; isSymptom: boolean };

/** The line of a section that answers a query best, cut to about 180 characters around its matches. */
export function snippetOf(section: SearchSection, terms: QueryTerm[]): Snippet {
  const worth = new Map<string, number>();
  for (const { rarity, matches } of terms) {
    for (const [term, quality] of matches) worth.set(term, Math.max(rarity * quality, worth.get(term) ?? 0));
  }
  const line = bestLine(linesOf(section), needlesOf(worth));
  const matches: [number, number][] = [];
  for (const token of tokenize(line)) {
    if (token.parts.some((term) => worth.has(term)) || token.wholes.some((term) => worth.has(term)))
      matches.push([token.start, token.end]);
  }
  return cut(line, matches);
}

/** A line is looked at by how its words begin, which costs far less than taking all lines apart. */
const needlesOf = (worth: Map<string, number>) =>
  [...worth].map(([term, value]) => ({ text: term.length > 5 ? term.slice(0, -1) : term, value }));

function bestLine(lines: Line[], needles: { text: string; value: number }[]): string {
  let best = lines[0]?.text ?? "";
  let most = 0;
  for (const { text: line, folded, isSymptom } of lines) {
    let score = 0;
    for (const { text, value } of needles) if (folded.includes(text)) score += value;
    // Of two that hold the same, the shorter says it, and what is seen says more than what is typed.
    score *= (isSymptom ? symptomGain : 1) / (1 + line.length / 2_000);
    if (score > most) {
      most = score;
      best = line;
    }
  }
  return best;
}

function linesOf({ symptoms, causes, prose, commands }: SearchSection): Line[] {
  const lines: Line[] = [];
  take(lines, symptoms, true);
  take(lines, `${causes}\n${prose}\n${commands}`, false);
  return lines;
}

/** Folded as a whole, which keeps the places and costs less than line by line. */
function take(lines: Line[], written: string, isSymptom: boolean): void {
  const text = written.normalize("NFC");
  const folded = fold(text);
  for (let from = 0; from < text.length && lines.length < maxLines; ) {
    const end = text.indexOf("\n", from);
    const to = end < 0 ? text.length : end;
    const line = text.slice(from, to);
    const shown = line.trim();
    const start = from + line.length - line.trimStart().length;
    if (shown !== "") lines.push({ text: shown, folded: folded.slice(start, start + shown.length), isSymptom });
    from = to + 1;
  }
}

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
