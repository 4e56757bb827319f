import type { Root, RootContent } from "mdast";
import { walk } from "./tree";

const marked = new Set<RootContent["type"]>(["paragraph", "listItem", "blockquote", "thematicBreak", "tableRow"]);

/** Marks what Markdown makes with the line (from 1) on which it begins, so that text and preview can scroll in step. */
export function withLines(tree: Root): Root {
  walk(tree, (node) => {
    if (!marked.has(node.type as RootContent["type"]) || !node.position) return undefined;
    const { data } = node;
    node.data = { ...data, hProperties: { ...data?.hProperties, "data-line": node.position.start.line } };
    return undefined;
  });
  return tree;
}
