import { layout } from "dagre-d3-es/src/dagre/layout.js";
import { Graph } from "dagre-d3-es/src/graphlib/graph.js";
import { curveThrough, headAt } from "./curve";
import type { Flowchart, FlowEdge } from "./flowchart";
import { measured, type TextBox } from "./measure";
import { parseFlowchart } from "./parse-flowchart";
import { parseStates } from "./parse-states";
import { edgeOf, outlineOf, type Point, round, type Size, sizeOf } from "./shape";

type Text = { lines: string[]; x: number; y: number };
/** A flowchart, or states, as lines and texts, in pixels of a canvas of that width and height. */
export type Drawing = {
  width: number;
  height: number;
  title: string | null;
  description: string;
  groups: (Size & { x: number; y: number; title: Text })[];
  edges: { path: string; heads: string[]; line: FlowEdge["line"]; label: (Text & Size) | null }[];
  /** `mark`: it is filled, by the rule of even and odd, and has no text. */
  nodes: { outline: string; mark: boolean; text: Text }[];
};

type Placed = Point & Size;
const margin = 8;
/** Pixels that the title of a group takes above what it holds. */
const titleRoom = 24;

/**
 * Draws a diagram where it is a flowchart, or one of states, that is understood in full.
 * @param text of a fence in `mermaid`
 * @returns null for what only Mermaid itself can draw, in a browser
 */
export function drawingOf(text: string): Drawing | null {
  const chart = parseFlowchart(text) ?? parseStates(text);
  if (!chart) return null;
  const texts = new Map([...chart.nodes].map(([id, { label }]) => [id, measured(label)]));
  const graph = graphOf(chart, texts);
  if (!isLaidOut(graph)) return null;
  const { width, height } = graph.graph() as Size;
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    title: chart.title,
    description: [chart.description, inWords(chart)].filter(Boolean).join(". "),
    groups: [...chart.groups.values()].map(({ id, title }) => placedGroup(title, graph.node(groupKey(id)) as Placed)),
    edges: chart.edges.map((edge, index) => drawnEdge(edge, index, chart, graph)),
    nodes: [...chart.nodes.values()].map(({ id, shape }) => {
      const { x, y, width: across, height: down } = graph.node(nodeKey(id)) as Placed;
      const sink = shape === "database" ? 6 : 0;
      const text = { lines: texts.get(id)?.lines ?? [], x: round(x), y: round(y + sink) };
      const outline = outlineOf(shape, { x, y }, { width: across, height: down });
      return { outline, mark: shape in marks, text };
    }),
  };
}

/** Someone else's algorithm on anybody's text: where it fails, a runbook must not. */
function isLaidOut(graph: ReturnType<typeof graphOf>): boolean {
  try {
    layout(graph, {});
    return true;
  } catch {
    return false;
  }
}

/** Names in the graph: it keeps them in plain objects, where `constructor` and `__proto__` are there already. */
const nodeKey = (id: string) => `n:${id}`;
const groupKey = (id: string) => `g:${id}`;

function graphOf(chart: Flowchart, texts: Map<string, TextBox>) {
  const graph = new Graph({ multigraph: true, compound: true });
  const ranksep = chart.groups.size > 0 ? 2 * titleRoom : 40;
  graph.setGraph({ rankdir: chart.direction, nodesep: 32, edgesep: 16, ranksep, marginx: margin, marginy: margin });
  const titled = new Set<string>();
  for (const group of chart.groups.values()) graph.setNode(groupKey(group.id), {});
  for (const group of chart.groups.values())
    if (group.parent) graph.setParent(groupKey(group.id), groupKey(group.parent));
  for (const { id, shape, group } of chart.nodes.values()) {
    const size = sizeOf(shape, texts.get(id) ?? measured(id));
    // A group is as wide as what it holds: its first node makes room for its title.
    const title = group && !titled.has(group) ? measured(chart.groups.get(group)?.title ?? "").width : 0;
    graph.setNode(nodeKey(id), { width: Math.max(size.width, title), height: size.height });
    if (!group) continue;
    titled.add(group);
    graph.setParent(nodeKey(id), groupKey(group));
  }
  chart.edges.forEach(({ from, to, label, length }, index) => {
    const box = label ? measured(label) : { width: 0, height: 0 };
    const room = label ? { width: box.width + 8, height: box.height + 4 } : box;
    graph.setEdge(nodeKey(from), nodeKey(to), { ...room, labelpos: "c", minlen: length }, String(index));
  });
  return graph;
}

function placedGroup(title: string, { x, y, width, height }: Placed): Drawing["groups"][number] {
  const top = round(y - height / 2);
  const text = { lines: measured(title).lines, x: round(x), y: top + titleRoom / 2 };
  return { x: round(x - width / 2), y: top, width: round(width), height: round(height), title: text };
}

function drawnEdge(edge: FlowEdge, index: number, chart: Flowchart, graph: ReturnType<typeof graphOf>) {
  const found = graph.edge(nodeKey(edge.from), nodeKey(edge.to), String(index)) as {
    points: Point[];
  } & Partial<Placed>;
  const points = [...found.points];
  const clip = (id: string, at: number, next: number) => {
    const towards = points.at(next);
    const placed = graph.node(nodeKey(id)) as Placed;
    const clipped = towards && edgeOf(chart.nodes.get(id)?.shape ?? "box", placed, placed, towards);
    if (clipped) points[at] = clipped;
  };
  clip(edge.from, 0, 1);
  clip(edge.to, points.length - 1, -2);
  const heads = [
    ...(edge.heads.start ? [headOf(points[0], points[1])] : []),
    ...(edge.heads.end ? [headOf(points.at(-1), points.at(-2))] : []),
  ];
  const { lines } = measured(edge.label);
  const { x = 0, y = 0, width = 0, height = 0 } = found;
  const label = edge.label ? { lines, x: round(x), y: round(y), width, height } : null;
  return { path: curveThrough(points), heads, line: edge.line, label };
}

const headOf = (tip: Point | undefined, from: Point | undefined) => (tip && from ? headAt(tip, from) : "");

const marks: { [shape: string]: string } = { start: "●", end: "◉" };

/** What the picture says, for who does not see it: `A → (yes) B; C`. */
function inWords({ nodes, edges }: Flowchart): string {
  const label = (id: string) => {
    const node = nodes.get(id);
    return node ? (marks[node.shape] ?? node.label).replaceAll("\n", " ") : id;
  };
  const joined = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const alone = [...nodes.keys()].filter((id) => !joined.has(id)).map(label);
  const told = edges.map((edge) => {
    const arrow = edge.heads.start ? (edge.heads.end ? "↔" : "←") : edge.heads.end ? "→" : "–";
    const note = edge.label ? ` (${edge.label.replaceAll("\n", " ")})` : "";
    return `${label(edge.from)} ${arrow}${note} ${label(edge.to)}`;
  });
  return [...told, ...alone].join("; ");
}
