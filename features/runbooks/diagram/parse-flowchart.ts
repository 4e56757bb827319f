import { labelOf } from "./flow-label";
import { linkAt, matchAt } from "./flow-links";
import { type Flowchart, type FlowNode, type FlowShape, mostCharacters, mostEdges, mostNodes } from "./flowchart";
import { linesOf, takeWords } from "./lines";

const head = /^(?:graph|flowchart)(?:[ \t]+(TB|TD|BT|LR|RL))?[ \t]*(?:;|$)/u;
const identifier = /[\p{L}\p{N}_]+(?:-[\p{L}\p{N}_]+)*/uy;
const space = /[ \t]*/uy;
const and = /[ \t]*&[ \t]*/uy;
/** What decides how it looks or what a click does. */
const beyondDrawing = /^(?:classDef|class|style|linkStyle|click|direction)\b/u;
/** The longer opening first: `([` is no `(`. */
const shapes: [open: string, close: string, shape: FlowShape][] = [
  ["([", "])", "stadium"],
  ["[[", "]]", "subroutine"],
  ["[(", ")]", "database"],
  ["((", "))", "circle"],
  ["{{", "}}", "hexagon"],
  ["[", "]", "box"],
  ["(", ")", "rounded"],
  ["{", "}", "diamond"],
];

/**
 * Reads a flowchart of Mermaid (https://mermaid.js.org/syntax/flowchart.html).
 * @returns null for anything that is not understood in full, so that nothing is drawn otherwise than it was meant
 */
export function parseFlowchart(text: string): Flowchart | null {
  if (text.length > mostCharacters) return null;
  const lines = linesOf(text);
  const first = head.exec(lines[0] ?? "");
  if (!first) return null;
  const direction = first[1] === "TD" ? "TB" : ((first[1] ?? "TB") as Flowchart["direction"]);
  const chart: Flowchart = {
    direction,
    title: null,
    description: null,
    nodes: new Map(),
    edges: [],
    groups: new Map(),
  };
  const rest = [(lines[0] ?? "").slice(first[0].length).trim(), ...lines.slice(1)];
  const open: string[] = [];
  if (!rest.every((line) => takeLine(chart, open, line)) || open.length > 0) return null;
  return isDrawable(chart) ? chart : null;
}

function isDrawable({ direction, nodes, edges, groups }: Flowchart): boolean {
  const isEmpty = (id: string) =>
    ![...nodes.values()].some(({ group }) => group === id) && ![...groups.values()].some(({ parent }) => parent === id);
  if (nodes.size === 0 || nodes.size > mostNodes || edges.length > mostEdges) return false;
  // Side by side, a group within a group would stand over the title of the one around it.
  if (/LR|RL/u.test(direction) && [...groups.values()].some(({ parent }) => parent !== null)) return false;
  return [...groups.keys()].every((id) => !nodes.has(id) && !isEmpty(id));
}

/** Reads one line into the chart. @param open groups around it, innermost last */
function takeLine(chart: Flowchart, open: string[], line: string): boolean {
  if (takeWords(chart, line)) return true;
  if (beyondDrawing.test(line)) return false;
  if (/^subgraph\b/u.test(line)) return openGroup(chart, open, line);
  if (/^end[ \t]*;?$/u.test(line)) return open.pop() !== undefined;
  let at = 0;
  while (at < line.length) {
    const end = takeStatement(chart, open.at(-1) ?? null, line, at);
    if (end === null) return false;
    at = end;
  }
  return true;
}

function openGroup(chart: Flowchart, open: string[], line: string): boolean {
  const [, id, , title] = /^subgraph[ \t]+([\p{L}\p{N}_-]+)([ \t]*\[(.+)\])?[ \t]*;?$/u.exec(line) ?? [];
  const words = id ? null : /^subgraph[ \t]+([^[\];]+?)[ \t]*;?$/u.exec(line)?.[1];
  const name = id ?? words;
  const label = labelOf(title ?? name ?? "");
  if (!name || !label || chart.groups.has(name)) return false;
  chart.groups.set(name, { id: name, title: label, parent: open.at(-1) ?? null });
  open.push(name);
  return true;
}

/** `A --> B & C -- text --> D;` @returns the place after it */
function takeStatement(chart: Flowchart, group: string | null, line: string, start: number): number | null {
  let from = nodesAt(chart, group, line, start);
  while (from) {
    const at = from.end + (matchAt(space, line, from.end)?.[0].length ?? 0);
    if (at === line.length) return at;
    if (line[at] === ";") return at + 1 + (matchAt(space, line, at + 1)?.[0].length ?? 0);
    const found = linkAt(line, at);
    const to = found && nodesAt(chart, group, line, found.end + (matchAt(space, line, found.end)?.[0].length ?? 0));
    if (!to) return null;
    for (const one of from.ids) for (const other of to.ids) chart.edges.push({ from: one, to: other, ...found.link });
    from = to;
  }
  return null;
}

function nodesAt(chart: Flowchart, group: string | null, line: string, start: number) {
  const ids: string[] = [];
  for (let at = start; ; ) {
    const node = nodeAt(line, at);
    if (!node) return null;
    ids.push(node.id);
    const before = chart.nodes.get(node.id);
    chart.nodes.set(node.id, {
      id: node.id,
      label: node.label ?? before?.label ?? node.id,
      shape: node.shape ?? before?.shape ?? "box",
      group: before?.group ?? group,
    });
    const more = matchAt(and, line, node.end);
    if (!more) return { ids, end: node.end };
    at = node.end + more[0].length;
  }
}

type Written = { id: string; label: string | null; shape: FlowNode["shape"] | null; end: number };

function nodeAt(line: string, at: number): Written | null {
  const id = matchAt(identifier, line, at)?.[0];
  if (!id || id === "end") return null;
  const start = at + id.length;
  const found = shapes.find(([open]) => line.startsWith(open, start));
  // `>text]` and `:::class` are left to Mermaid too.
  if (!found) return /^[>:@]/u.test(line.slice(start)) ? null : { id, label: null, shape: null, end: start };
  const [open, close, shape] = found;
  const inside = matchAt(/[ \t]*("[^"]*"|[^"[\](){}|\\/][^"[\](){}|]*)/uy, line, start + open.length);
  const end = start + open.length + (inside?.[0].length ?? 0);
  const label = labelOf(inside?.[1] ?? "");
  if (!label || !line.startsWith(close, end)) return null;
  return { id, label, shape, end: end + close.length };
}
