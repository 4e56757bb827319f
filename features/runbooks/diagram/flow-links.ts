import { labelOf } from "./flow-label";
import type { FlowEdge } from "./flowchart";

export type Link = Pick<FlowEdge, "label" | "line" | "heads" | "length">;

const plain = String.raw`(?:"[^"]*"|(?:[^-."=|<>[\](){}]|-(?!-)|\.(?!-)|=(?!=))+?)`;
/** `A -- text --> B`, `A -. text .-> B`, `A == text ==> B`. */
const labelled = [
  { line: "solid", pattern: new RegExp(String.raw`(<?)--\s*(${plain})\s*(--+>|---+(?![xo]))`, "uy"), shortest: 3 },
  { line: "dotted", pattern: new RegExp(String.raw`(<?)-\.\s*(${plain})\s*(\.+->|\.+-(?![xo-]))`, "uy"), shortest: 3 },
  { line: "thick", pattern: new RegExp(String.raw`(<?)==\s*(${plain})\s*(==+>|===+(?![xo]))`, "uy"), shortest: 3 },
] as const;
/** `A --> B`, `A -.-> B`, `A ==> B`, each with or without a head, and `|text|` after it. A cross or a circle as head is none of them. */
const bare = [
  { line: "solid", pattern: /(<?)(--+>|---+(?![xo]))/uy, shortest: 3 },
  { line: "dotted", pattern: /(<?)(-\.+->|-\.+-(?![xo]))/uy, shortest: 4 },
  { line: "thick", pattern: /(<?)(==+>|===+(?![xo]))/uy, shortest: 3 },
] as const;
const after = /\s*\|\s*("[^"]*"|[^"|]*?)\s*\|/uy;

/** @returns the link that begins at `at` and the place after it; null when there is none that is understood */
export function linkAt(text: string, at: number): { link: Link; end: number } | null {
  for (const { line, pattern, shortest } of bare) {
    const found = matchAt(pattern, text, at);
    if (!found) continue;
    const [whole, start = "", arrow = ""] = found;
    const named = matchAt(after, text, at + whole.length);
    const label = labelOf(named?.[1] ?? "");
    if (label === null) return null;
    return { link: linkOf(line, start, arrow, label, shortest), end: at + whole.length + (named?.[0].length ?? 0) };
  }
  for (const { line, pattern, shortest } of labelled) {
    const found = matchAt(pattern, text, at);
    if (!found) continue;
    const [whole, start = "", words = "", arrow = ""] = found;
    const label = labelOf(words);
    return label === null ? null : { link: linkOf(line, start, arrow, label, shortest), end: at + whole.length };
  }
  return null;
}

function linkOf(line: Link["line"], start: string, arrow: string, label: string, shortest: number): Link {
  const end = arrow.endsWith(">");
  const dots = (arrow.match(/\./gu) ?? []).length;
  const length = line === "dotted" ? dots : arrow.length - shortest + 1;
  return { label, line, heads: { start: start === "<", end }, length: Math.max(1, length) };
}

export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
