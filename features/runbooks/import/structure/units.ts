import type { Heading, RootContent } from "mdast";
import { partOf } from "../../pipeline/phase-words";
import { textOf } from "../../pipeline/tree";
import { isNumberedStep, isSubLabel } from "./labels";

/** A stretch of the page that may be one procedure, checklist or triage table. */
export type Unit = {
  title: string;
  /** Its own heading; null where the page's parts make one procedure. */
  heading: Heading | null;
  /** The headings above it, nearest last. */
  above: string[];
  nodes: RootContent[];
};

/** Cuts a page where a heading of level 2 or 3 begins something new, as plain Markdown is read (FORMAT.md). */
export function unitsOf(nodes: RootContent[], pageTitle: string): Unit[] {
  const units: Unit[] = [];
  const headings: Heading[] = [];
  let unit: (Unit & { depth: number; partDepth: number | null }) | null = null;
  let title = pageTitle;
  for (const [index, node] of nodes.entries()) {
    if (node.type !== "heading" || node.depth > 3) {
      unit?.nodes.push(node);
      continue;
    }
    const text = textOf(node);
    const isPart = partOf(text) !== null;
    if (
      unit &&
      node.depth > unit.depth &&
      (isPart || isSubLabel(text) || isNumberedStep(text) || inPart(unit.partDepth, node))
    ) {
      unit.nodes.push(node);
      if (isPart) unit.partDepth = node.depth;
      continue;
    }
    while ((headings.at(-1)?.depth ?? 0) >= node.depth) headings.pop();
    if (node.depth === 1) {
      title = text || title;
      unit = null;
    } else {
      const ofPage = isPart && partsFrom(nodes, index, node.depth) > 1;
      unit = {
        title: ofPage ? title : text,
        heading: ofPage ? null : node,
        above: headings.map((one) => textOf(one)),
        nodes: [node],
        depth: ofPage ? node.depth - 1 : node.depth,
        partDepth: isPart ? node.depth : null,
      };
      units.push(unit);
    }
    headings.push(node);
  }
  return units.map(({ title: name, heading, above, nodes: all }) => ({
    title: name,
    heading,
    above,
    nodes: trimmed(all),
  }));
}

const inPart = (partDepth: number | null, node: Heading) => partDepth !== null && partDepth < node.depth;

/** How many headings of that depth name a part, from one on to the first that does not. */
function partsFrom(nodes: RootContent[], from: number, depth: number): number {
  let count = 0;
  for (const node of nodes.slice(from)) {
    if (node.type !== "heading" || node.depth > depth) continue;
    if (node.depth < depth || partOf(textOf(node)) === null) break;
    count += 1;
  }
  return count;
}

/** Lines between units belong to none. */
function trimmed(nodes: RootContent[]): RootContent[] {
  let end = nodes.length;
  while (end > 1 && nodes[end - 1]?.type === "thematicBreak") end -= 1;
  return nodes.slice(0, end);
}
