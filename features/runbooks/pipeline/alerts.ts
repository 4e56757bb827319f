import type { Blockquote, Root, RootContent, Text } from "mdast";
import type { MdxJsxAttribute, MdxJsxFlowElement } from "mdast-util-mdx-jsx";
import { childrenOf, isParent, walk } from "./tree";

/** Makes a `Callout` of each quote that begins with a mark of GitHub's, such as `[!WARNING]`. */
export function resolveAlerts(tree: Root): void {
  walk(tree, (node) => {
    if (isParent(node) && childrenOf(node).some((child) => child.type === "blockquote")) {
      node.children = childrenOf(node).map((child) =>
        child.type === "blockquote" ? (alertOf(child) ?? child) : child,
      ) as typeof node.children;
    }
    return undefined;
  });
}

const alerts: Record<string, string> = {
  NOTE: "note",
  TIP: "tip",
  IMPORTANT: "note",
  WARNING: "warning",
  CAUTION: "danger",
};

/** `> [!WARNING]` as GitHub shows it. */
function alertOf(quote: Blockquote): RootContent | null {
  const [first, ...rest] = quote.children;
  const label = first?.type === "paragraph" ? first.children[0] : undefined;
  const match = label?.type === "text" ? /^\[!(\w+)\][ \t]*(?:\n|$)/.exec(label.value) : null;
  const type = match ? alerts[(match[1] ?? "").toUpperCase()] : undefined;
  if (!match || !type || first?.type !== "paragraph" || label?.type !== "text") return null;
  const text: Text = { ...label, value: label.value.slice(match[0].length) };
  const inline = [...(text.value ? [text] : []), ...first.children.slice(1)];
  const children = inline.length > 0 ? [{ ...first, children: inline }, ...rest] : rest;
  const attributes: MdxJsxAttribute[] = [{ type: "mdxJsxAttribute", name: "type", value: type }];
  return {
    type: "mdxJsxFlowElement",
    name: "Callout",
    attributes,
    children: children as MdxJsxFlowElement["children"],
  };
}
