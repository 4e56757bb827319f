import { isCode } from "./codes";
import { fold } from "./fold";
import { withoutNoise } from "./noise";

/** A line that is worth asking for: one of all those that say the same. */
export type TellingLine = {
  text: string;
  /** Number of the line in what was pasted, from 1. */
  line: number;
  /** How many say the same. */
  times: number;
  /** How much it tells beside the others, up to 1. */
  weight: number;
};

const maxCharacters = 2_000_000;
const maxLines = 10_000;
const longestLine = 2_000;
const kept = 8;

/** From here on it was pasted, and is looked at line by line. */
export const isPasted = (query: string): boolean => query.length > 300 || /\n[^\n]*\S/.test(query);

/** What a line says of itself. The first that fits. */
const levels: [RegExp, number][] = [
  [/^\s*(?:at\s+[\w$.<>]+\(|at async |File "[^"]+", line \d+|\.{3} \d+ more|goroutine \d+|#\d+\s+0x|\s+\^+\s*$)/, 0.15],
  [/\b(?:fatal|panic|emerg(?:ency)?|crit(?:ical)?|alert|oom-?kill(?:ed)?|segfault|SIGSEGV|FIRING)\b/i, 3],
  [/\b(?:caused by|root cause|causa)\b|(?:Error|Exception)\b(?=[:\s]|$)/, 2.6],
  [
    /\b(?:err(?:or)?|exception|traceback|failed|failure|fall[oó]|fallido|denied|refused|rejected|rechazad[oa]|killed|timed? ?out|unavailable|unreachable|no space|exceeded|corrupt(?:ed)?|deadlock|cannot|could not|can't|unable to|no se (?:puede|pudo))\b/i,
    2,
  ],
  [/\b(?:warn(?:ing)?|aviso|retry(?:ing)?|slow)\b/i, 1.2],
  [/\b(?:debug|trace|verbose)\b/i, 0.25],
  [/\b(?:info|notice|ok|started|listening|GET|POST) ?/i, 0.4],
];

/**
 * Picks the lines of a pasted text that say what is wrong: each kind of line once, errors before what is around them. Of
 * more than 10,000 lines the first and the last are read.
 */
export function tellingLines(query: string): TellingLine[] {
  const lines = ends(query.slice(-maxCharacters).split(/\r?\n/), maxLines);
  const kinds = new Map<string, TellingLine>();
  for (const { text, line } of lines) {
    const shown = text.slice(0, longestLine).trim();
    if (shown.length < 3) continue;
    const kind = fold(withoutNoise(shown)).replace(/\d+/g, "#").replace(/\s+/g, " ");
    const known = kinds.get(kind);
    if (known) known.times += 1;
    else kinds.set(kind, { text: shown, line, times: 1, weight: weightOf(shown) });
  }
  const best = [...kinds.values()].sort((a, b) => b.weight - a.weight || b.line - a.line).slice(0, kept);
  const most = best[0]?.weight ?? 1;
  return best.map((one) => ({ ...one, weight: one.weight / most }));
}

function weightOf(text: string): number {
  const [, level] = levels.find(([pattern]) => pattern.test(text)) ?? [null, 0.7];
  return level * (isCode(text) ? 1.2 : 1);
}

function ends(lines: string[], limit: number): { text: string; line: number }[] {
  const numbered = lines.map((text, at) => ({ text, line: at + 1 }));
  return numbered.length <= limit ? numbered : [...numbered.slice(0, limit / 2), ...numbered.slice(-limit / 2)];
}
