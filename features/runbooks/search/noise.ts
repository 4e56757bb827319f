import { lately } from "./lately";

/** What is different each time that the same error is logged, as it is written in a text. */
const varying: RegExp[] = [
  // 2026-11-22T10:29:59.123Z, 2026/11/22 10:29:59,123, Nov 22 10:29:59, 22/Nov/2026:10:29:59 +0000
  /\b\d{4}[-/]\d\d[-/]\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?: ?(?:Z|UTC|GMT|[+-]\d\d:?\d\d))?)?/g,
  /\b\d{1,2}\/(?:\d\d|[A-Z][a-z]{2})\/\d{4}(?::?\s?\d\d:\d\d(?::\d\d)?(?: [+-]\d{4})?)?/g,
  /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +\d{1,2}(?: \d\d:\d\d:\d\d)?\b/g,
  /\b\d\d:\d\d:\d\d(?:[.,]\d+)?(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?/g,
  // an id of 128 bits, a hash, an address in memory, the ends of a pod's name
  /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi,
  /\b0x[0-9a-f]+\b/gi,
  /(?<=[a-z]-)[0-9a-z]*\d[0-9a-z]*(?:-[0-9a-z]{5})\b/g,
  /\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,}\b/gi,
  // addresses of machines and people
  /\b\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?(?::\d{1,5})?\b/g,
  /\b(?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{0,4}\b/gi,
  /\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b/g,
  /\b[a-z][a-z0-9+.-]*:\/\/[^\s/?#"'<>)]+/gi,
  /\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|io|dev|app|cloud|internal|local|localdomain|lan|svc|es|eu|mx|ar|cl)(?::\d{2,5})?\b/g,
  // amounts, with their units; a status or an error number has none
  /\b\d+(?:[.,]\d+)?\s?(?:%|(?:ns|us|µs|ms|s|sec|secs|seconds|segundos|m|min|minutes|minutos|h|hours|horas|d|days|dias|días|[kmgt]i?b|bytes)\b)/gi,
  /(?<![\w-])[+-]?\d+[.,]\d+(?![\w.])/g,
  /(?<![\w-])\d{4,}(?![\w-])/g,
];

/** Names of files: what a line is about only when nothing else says it. */
const paths = /(?<![\w/])(?:\/[\w.@+-]+){2,}\/?|\b[A-Z]:\\[^\s"'<>|]+/g;
/** Names of labels, and how grave somebody calls it: whatever an alert or a logged line has beside what it is about. */
const labels =
  /\b(?:severity|level|lvl)="?\w+"?|\b(?:job|instance|namespace|pod|container|node|cluster|env|environment|team|receiver|prometheus|msg|ts|caller)(?==)/gi;
/** A name between quotes, such as a table, a user or a file. */
const quoted = /"[^"\n]{1,200}"|«[^»\n]{1,200}»|`[^`\n]{1,200}`|(?<![\p{L}\p{N}])'[^'\n]{1,200}'(?![\p{L}\p{N}])/gu;

/** Which parts of a text somebody else's error would not share, and how surely. */
export type Noise = { start: number; end: number; kind: "varying" | "path" | "quoted" }[];

/** Characters of a line that are looked at: some patterns take time that grows with the square of a hostile line. */
const longest = 2_000;

/** Finds what varies in the beginning of a text. */
export const noiseIn = lately((whole: string): Noise => {
  const text = whole.slice(0, longest);
  const found: Noise = [];
  const collect = (pattern: RegExp, kind: Noise[number]["kind"]) => {
    for (const match of text.matchAll(pattern))
      found.push({ start: match.index, end: match.index + match[0].length, kind });
  };
  for (const pattern of varying) collect(pattern, "varying");
  collect(paths, "path");
  collect(labels, "path");
  collect(quoted, "quoted");
  return found;
});

/** Looks up places in order: what kind of noise a part of the text is, if any; the surest when there are several. */
export function noiseAt(noise: Noise): (start: number, end: number) => Noise[number]["kind"] | null {
  const worst = { varying: 3, path: 2, quoted: 1 } as const;
  const sorted = noise.toSorted((a, b) => worst[b.kind] - worst[a.kind]);
  return (start, end) => sorted.find((part) => part.start <= start && end <= part.end)?.kind ?? null;
}

/**
 * A line as every occurrence of the same error has it: what varies is gone, signs and spaces are one space, case and accents
 * are folded by the caller. `could not extend file "base/16384/2619": No space left` → `could not extend file no space left`.
 */
export const withoutNoise = lately((line: string): string => {
  let text = line.slice(0, longest);
  for (const pattern of varying) text = text.replace(pattern, " ");
  return text.replace(paths, " ").replace(labels, " ").replace(quoted, " ");
});
