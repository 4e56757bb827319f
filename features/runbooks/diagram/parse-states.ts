import { labelOf } from "./flow-label";
import { type Flowchart, mostCharacters, mostEdges, mostNodes } from "./flowchart";
import { linesOf, takeWords } from "./lines";

/** Where states begin and end: no name of a state has such signs. */
const beginning = "[*] start";
const ending = "[*] end";

const id = String.raw`[\p{L}\p{N}_.]+`;
const transition = new RegExp(String.raw`^(${id}|\[\*\]) ?--> ?(${id}|\[\*\])(?: ?:(.*))?$`, "u");
const named = new RegExp(`^state "([^"]+)" as (${id})$`, "u");
const described = new RegExp(`^(${id}) ?:(.+)$`, "u");
const alone = new RegExp(`^(?:state )?(${id})$`, "u");
const direction = /^direction (TB|TD|BT|LR|RL)$/u;
/** What decides how it looks, or ends a statement, an entity or a comment. */
const beyondDrawing = /^(?:classDef|class|style|click|note|end|hide)\b|[;{}]|%%|:::/iu;

/**
 * Reads a diagram of states of Mermaid (https://mermaid.js.org/syntax/stateDiagram.html).
 * @returns null for anything that is not understood in full, so that nothing is drawn otherwise than it was meant
 */
export function parseStates(text: string): Flowchart | null {
  if (text.length > mostCharacters) return null;
  const [first, ...lines] = linesOf(text);
  if (first !== "stateDiagram-v2" && first !== "stateDiagram") return null;
  const chart: Flowchart = {
    direction: "TB",
    title: null,
    description: null,
    nodes: new Map(),
    edges: [],
    groups: new Map(),
  };
  if (!lines.every((line) => takeLine(chart, line))) return null;
  return chart.nodes.size > 0 && chart.nodes.size <= mostNodes && chart.edges.length <= mostEdges ? chart : null;
}

function takeLine(chart: Flowchart, line: string): boolean {
  if (takeWords(chart, line)) return true;
  if (beyondDrawing.test(line)) return false;
  const turned = direction.exec(line)?.[1];
  if (turned) {
    chart.direction = turned === "TD" ? "TB" : (turned as Flowchart["direction"]);
    return true;
  }
  const [, from, to, label = ""] = transition.exec(line) ?? [];
  if (from && to) return follow(chart, from, to, label);
  const [, title, as] = named.exec(line) ?? [];
  if (title && as) return name(chart, as, title);
  const [, of, description] = described.exec(line) ?? [];
  if (of && description) return name(chart, of, description);
  const [, only] = alone.exec(line) ?? [];
  if (only) state(chart, only);
  return only !== undefined;
}

function follow(chart: Flowchart, from: string, to: string, written: string): boolean {
  const label = labelOf(written);
  if (label === null) return false;
  const [first, last] = [
    from === "[*]" ? mark(chart, "start") : state(chart, from),
    to === "[*]" ? mark(chart, "end") : state(chart, to),
  ];
  chart.edges.push({ from: first, to: last, label, line: "solid", heads: { start: false, end: true }, length: 1 });
  return true;
}

function mark(chart: Flowchart, shape: "start" | "end"): string {
  const key = shape === "start" ? beginning : ending;
  chart.nodes.set(key, { id: key, label: "", shape, group: null });
  return key;
}

function state(chart: Flowchart, key: string): string {
  if (!chart.nodes.has(key)) chart.nodes.set(key, { id: key, label: key, shape: "rounded", group: null });
  return key;
}

/** A second description would stand below the first: that is left to Mermaid. */
function name(chart: Flowchart, key: string, written: string): boolean {
  const label = labelOf(written);
  const before = chart.nodes.get(key)?.label ?? key;
  if (!label || before !== key) return false;
  chart.nodes.set(state(chart, key), { id: key, label, shape: "rounded", group: null });
  return true;
}
