import type { ElementContent, RootContent } from "hast";
import { splitPlaceholders } from "../placeholders";
import { lowlight } from "./languages";

/** A run of characters of one look; `placeholder` names the variable that the reader fills in its place. */
export type Token = { text: string; look: string; placeholder?: string };
export type Line = Token[];

/**
 * Cuts code into lines of tokens: coloured by its language, if we know it, and with its placeholders kept whole.
 * @param declared names of the runbook's variables; null for a snippet, which has no placeholders
 */
export function highlight(lang: string, text: string, declared: string[] | null): Line[] {
  const key = JSON.stringify([lang, text, declared]);
  const ready = highlighted.get(key);
  if (ready) return ready;
  const lines = highlightAnew(lang, text, declared);
  if (highlighted.size >= kept) highlighted.delete(highlighted.keys().next().value ?? "");
  highlighted.set(key, lines);
  return lines;
}

// The same few thousand commands are read again and again.
const highlighted = new Map<string, Line[]>();
const kept = 5_000;

function highlightAnew(lang: string, text: string, declared: string[] | null): Line[] {
  const leaves = lowlight.registered(lang)
    ? flatten(lowlight.highlight(lang, text).children, "")
    : [{ text, look: "" } satisfies Token];
  return splitLines(declared ? keepWhole(leaves, text, declared) : leaves);
}

function flatten(nodes: (RootContent | ElementContent)[], look: string): Token[] {
  return nodes.flatMap((node) => {
    if (node.type === "text") return [{ text: node.value, look }];
    if (node.type !== "element") return [];
    const names = node.properties.className;
    return flatten(node.children, Array.isArray(names) ? names.join(" ") : look);
  });
}

/** Replaces whatever tokens a placeholder was cut into by one. */
function keepWhole(tokens: Token[], text: string, declared: string[]): Token[] {
  const whole: Token[] = [];
  let at = 0;
  const ranges = splitPlaceholders(text, declared).flatMap((segment) => {
    const start = at;
    at += "text" in segment ? segment.text.length : segment.raw.length;
    return "name" in segment ? [{ start, end: at, name: segment.name, raw: segment.raw }] : [];
  });
  let offset = 0;
  for (const token of tokens) {
    let from = offset;
    const end = offset + token.text.length;
    for (const range of ranges) {
      if (range.end <= from || range.start >= end) continue;
      if (range.start > from) whole.push({ ...token, text: text.slice(from, range.start) });
      if (range.start >= offset) whole.push({ text: range.raw, look: "", placeholder: range.name });
      from = Math.min(range.end, end);
    }
    if (from < end) whole.push({ ...token, text: text.slice(from, end) });
    offset = end;
  }
  return whole;
}

function splitLines(tokens: Token[]): Line[] {
  const lines: Line[] = [[]];
  for (const token of tokens) {
    for (const [at, part] of token.text.split("\n").entries()) {
      if (at > 0) lines.push([]);
      if (part !== "") lines.at(-1)?.push({ ...token, text: part });
    }
  }
  return lines;
}
