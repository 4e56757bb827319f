import type { Report } from "./problem";
import { isVoidElement } from "./html";

/** Deepest nesting of lists, quotes and tags that is read. */
export const maxDepth = 40;
// Emphasis and brackets are resolved in time quadratic in their number per block: this many steps take about a second.
const maxWork = 5e7;
const maxTicks = 5e7;

const marker = /[ \t]*(?:[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)|>|\[\^[^\]\s]{1,200}\]:)/y;
const fence = /^[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)*(`{3,}(?=[^`]*$)|~{3,})/;
const rule = /^[ \t]*([-*_])(?:[ \t]*\1)+[ \t]*$/;

/**
 * Refuses, in one pass over the text and before any parser sees it, what would exhaust a parser's stack or take it
 * more than about a second: nested lists, quotes, footnotes and tags, and blocks with many thousands of marks.
 * @returns whether the file may be parsed.
 */
export function prescan(body: string, format: "mdx" | "md", report: Report): boolean {
  const lines = body.split("\n");
  return [containers(lines, report), format !== "mdx" || tags(lines, report), marks(lines, report)].every(Boolean);
}

/** Bounds the depth of lists and quotes from above: a container takes a marker to open and two columns to continue. */
function containers(lines: string[], report: Report): boolean {
  let open = 0;
  let afterBlank = true;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") {
      afterBlank = true;
      continue;
    }
    if (!rule.test(line)) {
      let at = 0;
      let markers = 0;
      for (marker.lastIndex = 0; marker.test(line); at = marker.lastIndex) markers += 1;
      const indent = /^[ \t]*/.exec(line)?.[0] ?? "";
      const columns = Math.max(at, indent.length) + 3 * (indent.split("\t").length - 1) + markers;
      if (markers > 0) open = Math.min(Math.ceil(columns / 2) + 1, open + markers);
      else if (afterBlank) open = Math.min(open, Math.ceil(columns / 2));
      if (open > maxDepth) {
        report.add("too-deep", { line: index + 1, column: Math.min(at, line.length - 1) + 1 }, { limit: String(maxDepth) });
        return false;
      }
    }
    afterBlank = false;
  }
  return true;
}

function tags(lines: string[], report: Report): boolean {
  let open = 0;
  for (const { line, number, code } of proseOf(lines)) {
    if (code) continue;
    const text = line.replace(/(`+)(?!`).*?[^`]\1(?!`)/g, (span) => " ".repeat(span.length));
    for (const tag of tagsOf(text)) {
      open = Math.max(0, open + tag.change);
      if (open > maxDepth) {
        report.add("too-deep", { line: number, column: tag.at + 1 }, { limit: String(maxDepth) });
        return false;
      }
    }
  }
  return true;
}

/** Opening (+1) and closing (-1) tags of one line, each character looked at once. */
function* tagsOf(text: string): Generator<{ at: number; change: number }> {
  const start = /(?<!\\)<(\/?)([A-Za-z][\w.:-]*|(?=>))/g;
  for (let match = start.exec(text); match; match = start.exec(text)) {
    let at = start.lastIndex;
    let quote = "";
    while (at < text.length && (quote || text[at] !== ">")) {
      const char = text[at] ?? "";
      if (quote) quote = char === quote ? "" : quote;
      else if (char === '"' || char === "'") quote = char;
      at += 1;
    }
    start.lastIndex = at;
    if (match[1]) yield { at: match.index, change: -1 };
    else if (text[at - 1] !== "/" && !isVoidElement(match[2] ?? "")) yield { at: match.index, change: 1 };
  }
}

function marks(lines: string[], report: Report): boolean {
  let work = 0;
  let ticks = 0;
  for (const block of blocksOf(lines)) {
    for (const text of block.texts) {
      const count = text.match(/[*_~[\]]/g)?.length ?? 0;
      work += count * count;
      ticks += unmatchedTicks(text);
      if (work > maxWork || ticks > maxTicks) {
        report.add("too-complex", { line: block.line, column: 1 });
        return false;
      }
    }
  }
  return true;
}

/** A run of back-ticks with no partner is looked for to the end of the block: the characters so read. */
function unmatchedTicks(text: string): number {
  const runs = [...text.matchAll(/`+/g)].map((match) => ({ length: match[0].length, at: match.index }));
  const partner = new Array<number | undefined>(runs.length);
  const nearest = new Map<number, number>();
  for (let i = runs.length - 1; i >= 0; i--) {
    const length = runs[i]?.length ?? 0;
    partner[i] = nearest.get(length);
    nearest.set(length, i);
  }
  let cost = 0;
  for (let i = 0; i < runs.length; i++) {
    const next = partner[i];
    if (next === undefined) cost += text.length - (runs[i]?.at ?? 0);
    else i = next;
  }
  return cost;
}

/** Lines with their number, and whether they stand in a code fence. */
function* proseOf(lines: string[]): Generator<{ line: string; number: number; code: boolean }> {
  let close: string | null = null;
  for (const [index, line] of lines.entries()) {
    const run: string | undefined = fence.exec(line)?.[1];
    if (close !== null) {
      yield { line, number: index + 1, code: true };
      if (run?.startsWith(close) && /[`~]\s*$/.test(line)) close = null;
    } else {
      yield { line, number: index + 1, code: run !== undefined };
      if (run !== undefined) close = run;
    }
  }
}

/** What is resolved together: a run of lines without a blank one. The rows of a table are resolved one by one. */
function* blocksOf(lines: string[]): Generator<{ line: number; texts: string[] }> {
  let texts: string[] = [];
  let start = 1;
  let table = false;
  for (const { line, number, code } of proseOf(lines)) {
    if (code || line.trim() === "") {
      if (texts.length > 0) yield { line: start, texts: table ? texts : [texts.join("\n")] };
      texts = [];
      table = false;
      continue;
    }
    if (texts.length === 0) start = number;
    if (texts.length === 1 && /^[\s|:-]*-[\s|:-]*$/.test(line) && line.includes("|")) table = true;
    texts.push(line);
  }
  if (texts.length > 0) yield { line: start, texts: table ? texts : [texts.join("\n")] };
}
