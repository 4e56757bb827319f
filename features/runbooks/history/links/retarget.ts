import type { Nodes } from "mdast";
import { type GateInput, gate } from "../../pipeline/gate";
import { attribute, isElement, walk } from "../../pipeline/tree";

/** A link of a runbook: a Markdown link, image or definition, an HTML address, or where an answer leads. */
export type Found = { href: string; kind: "link" | "goto" };

type Place = Found & { from: [line: number, column: number]; to: [line: number, column: number] };

/** Every link of a text, in its order; none for a text that the gate refuses. */
export const linksIn = (input: GateInput): Found[] => placesIn(input).map(({ href, kind }) => ({ href, kind }));

/**
 * Writes other addresses into a text; all other bytes stay.
 * @param next the address for a link, null to leave it
 * @returns the text, and the addresses that are written in a way that could not be changed
 */
export function retarget(input: GateInput, next: (link: Found) => string | null): { text: string; left: string[] } {
  const { source } = input;
  const starts = lineStarts(source);
  const at = ([line, column]: [number, number]) =>
    (starts[line - 1] ?? 0) + column - 1 + (line === 1 ? mark(source) : 0);
  const edits: { from: number; to: number; insert: string }[] = [];
  const left: string[] = [];
  for (const place of placesIn(input)) {
    const insert = next(place);
    if (insert === null || insert === place.href) continue;
    const start = at(place.from);
    const found = find(source.slice(start, at(place.to)), place);
    if (found === null) left.push(place.href);
    else edits.push({ from: start + found, to: start + found + place.href.length, insert });
  }
  const text = edits
    .toSorted((a, b) => b.from - a.from)
    .reduce((done, { from, to, insert }) => done.slice(0, from) + insert + done.slice(to), source);
  return { text, left };
}

/** Where the address stands in what was written; null where it is written in other characters than it says. */
function find(written: string, { href, kind }: Found): number | null {
  if (kind === "goto") {
    const match = /\bgoto\s*=\s*["']\s*/.exec(written);
    const from = match ? match.index + match[0].length : 0;
    return match && written.startsWith(href, from) ? from : null;
  }
  const from = written.lastIndexOf(href);
  return href === "" || from < 0 ? null : from;
}

function placesIn(input: GateInput): Place[] {
  const { runbook } = gate(input);
  const places: Place[] = [];
  if (!runbook) return places;
  walk(runbook.tree, (node) => {
    const found = linkOf(node);
    const { start, end } = node.position ?? {};
    if (found && start && end) {
      places.push({ ...found, from: [start.line, start.column], to: [end.line, end.column] });
    }
    return undefined;
  });
  return places;
}

function linkOf(node: Nodes): Found | null {
  if (node.type === "link" || node.type === "definition" || node.type === "image")
    return { href: node.url, kind: "link" };
  if (!isElement(node)) return null;
  const goto = node.name === "Option" ? attribute(node, "goto") : null;
  if (goto) return { href: goto.trim(), kind: "goto" };
  const address = attribute(node, node.name === "img" ? "src" : "href");
  return address && (node.name === "img" || node.name === "a") ? { href: address, kind: "link" } : null;
}

const mark = (source: string) => (source.startsWith("\uFEFF") ? 1 : 0);

/** As the gate counts lines: by line feed, by carriage return, or by both together. */
function lineStarts(source: string): number[] {
  const starts = [0];
  for (const { index, 0: end } of source.matchAll(/\r\n?|\n/g)) starts.push(index + end.length);
  return starts;
}
