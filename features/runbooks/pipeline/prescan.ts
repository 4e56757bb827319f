import { isVoidElement } from "./html";
import type { Report } from "./problem";

/** Deepest nesting of lists, quotes and tags that is read. */
export const maxDepth = 40;
// Emphasis and brackets are resolved in time quadratic in their number per block: this many steps take about a second.
const maxWork = 5e7;
const maxTicks = 5e7;
const maxCrowding = 1e7;

const marker = /[ \t]*(?:[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)|>|\[\^[^\]\s]{1,200}\]:)/y;
const fence = /^[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)*(`{3,}(?=[^`]*$)|~{3,})/;
const rule = /^[ \t]*([-*_])(?:[ \t]*\1)+[ \t]*$/;

/**
 * Refuses, in one pass over the text and before any parser sees it, what would exhaust a parser's stack or take it
 * more than about a second: nested lists, quotes, footnotes and tags, and blocks with many thousands of marks.
 * @returns whether the file may be parsed.
 */
export function prescan(body: string, format: "mdx" | "md", report: Pick<Report, "add">): boolean {
  const lines = body.split("\n");
  return [containers(lines, report), format !== "mdx" || tags(lines, report), marks(lines, report)].every(Boolean);
}

/**
 * Bounds the depth of lists and quotes from above: a container takes a marker to open and two columns to continue.
 * Several list markers on one line cost the parser the square of such lines.
 */
function containers(lines: string[], report: Pick<Report, "add">): boolean {
  let open = 0;
  let afterBlank = true;
  let crowded = 0;
  let extra = 0;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") {
      afterBlank = true;
      continue;
    }
    if (!rule.test(line)) {
      const found = markersOf(line, maxDepth - open);
      if (found.count > 0) open = Math.min(Math.ceil(found.columns / 2) + 1, open + found.count);
      else if (afterBlank) open = Math.min(open, Math.ceil(found.columns / 2));
      if (found.lists > 1) {
        crowded += 1;
        extra += found.lists - 1;
      }
      const at = { line: index + 1, column: found.limit + 1 };
      if (open > maxDepth) report.add("too-deep", at, { limit: String(maxDepth) });
      else if (crowded * extra > maxCrowding) report.add("too-complex", at);
      if (open > maxDepth || crowded * extra > maxCrowding) return false;
    }
    afterBlank = false;
  }
  return true;
}

/** The container markers that a line begins with. `limit` is where the first one over `allowed` stands. */
function markersOf(line: string, allowed: number): { count: number; lists: number; columns: number; limit: number } {
  let count = 0;
  let lists = 0;
  let limit = 0;
  let end = 0;
  marker.lastIndex = 0;
  for (let match = marker.exec(line); match; match = marker.exec(line)) {
    count += 1;
    if (/[-*+.)]$/.test(match[0])) lists += 1;
    end = marker.lastIndex;
    if (count <= allowed) limit = end;
  }
  const indent = /^[ \t]*/.exec(line)?.[0] ?? "";
  const columns = Math.max(end, indent.length) + 3 * (indent.split("\t").length - 1) + count;
  return { count, lists, columns, limit };
}

/** Tags that begin a line stay open until they are closed; those in a sentence end with its paragraph at the latest. */
function tags(lines: string[], report: Pick<Report, "add">): boolean {
  let open = 0;
  let inline = 0;
  for (const { line, number, code } of proseOf(lines)) {
    if (code) continue;
    if (line.trim() === "") inline = 0;
    const text = line.replace(/(`+)(?!`).*?[^`]\1(?!`)/g, (span) => " ".repeat(span.length));
    for (const tag of tagsOf(text)) {
      if (tag.leads || (tag.change < 0 && inline === 0)) open = Math.max(0, open + tag.change);
      else inline = Math.max(0, inline + tag.change);
      if (open + inline > maxDepth) {
        report.add("too-deep", { line: number, column: tag.at + 1 }, { limit: String(maxDepth) });
        return false;
      }
    }
  }
  return true;
}

/** Opening (+1) and closing (-1) tags of one line, each character looked at once, and whether only tags stand before. */
function* tagsOf(text: string): Generator<{ at: number; change: number; leads: boolean }> {
  const start = /(?<!\\)<(\/?)([A-Za-z][\w.:-]*|(?=>))/g;
  let read = 0;
  let leads = true;
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
    leads = leads && /^[\s>*+-]*(?:\d+[.)])?\s*$/.test(text.slice(read, match.index));
    read = at + 1;
    if (match[1]) yield { at: match.index, change: -1, leads };
    else if (text[at - 1] !== "/" && !isVoidElement(match[2] ?? "")) yield { at: match.index, change: 1, leads };
  }
}

function marks(lines: string[], report: Pick<Report, "add">): boolean {
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
