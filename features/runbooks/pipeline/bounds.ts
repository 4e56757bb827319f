import type { Root } from "mdast";
import type { Report } from "./problem";
import { walk } from "./tree";

const maxNodes = 60_000;
const maxTreeDepth = 160;

/** Whether a tree is small and flat enough for what comes after the parser. */
export function isBounded(tree: Root, report: Pick<Report, "add">): boolean {
  let nodes = 0;
  let bounded = true;
  walk(tree, (node, ancestors) => {
    nodes += 1;
    if (bounded && nodes > maxNodes) report.add("too-many-nodes", node, { limit: String(maxNodes) });
    else if (bounded && ancestors.length > maxTreeDepth) report.add("too-deep", node, { limit: String(maxTreeDepth) });
    else return undefined;
    bounded = false;
    return "skip";
  });
  return bounded;
}
