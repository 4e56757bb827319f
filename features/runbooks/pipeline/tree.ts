import type { Nodes, Parents, Root, RootContent } from "mdast";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx";
import { type ElementName, isElementName } from "../element-names";

export type Element = MdxJsxFlowElement | MdxJsxTextElement;
export type Visit = (node: Nodes, ancestors: Parents[]) => "skip" | undefined;

export const isElement = (node: Nodes): node is Element =>
  node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";
export const isNamed = (node: Nodes, ...names: ElementName[]): node is Element =>
  isElement(node) && node.name !== null && (names as string[]).includes(node.name);
export const isParent = (node: Nodes): node is Parents => "children" in node;
export const childrenOf = (node: Nodes): RootContent[] => (isParent(node) ? (node.children as RootContent[]) : []);

/** The text of an attribute; `""` for a bare one; null when it is absent or an expression. */
export function attribute(element: Element, name: string): string | null {
  for (const entry of element.attributes) {
    if (entry.type !== "mdxJsxAttribute" || entry.name !== name) continue;
    if (typeof entry.value === "object" && entry.value !== null) return null;
    return entry.value ?? "";
  }
  return null;
}

/** Visits in document order without recursing, so that no depth of nesting can exhaust the stack. */
export function walk(tree: Nodes, visit: Visit): void {
  const stack: { node: Nodes; next: number }[] = [];
  const ancestors: Parents[] = [];
  const enter = (node: Nodes) => {
    if (visit(node, ancestors) === "skip" || !isParent(node)) return;
    stack.push({ node, next: 0 });
    ancestors.push(node);
  };
  enter(tree);
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const child = childrenOf(top.node)[top.next];
    top.next += 1;
    if (child) enter(child);
    else {
      stack.pop();
      ancestors.pop();
    }
  }
}

/** The nearest enclosing component, past lists, quotes and HTML; null on the page itself. */
export function enclosing(ancestors: Parents[]): Element | null {
  for (let i = ancestors.length - 1; i >= 0; i--) {
    const node = ancestors[i];
    if (node && isElement(node) && node.name && isElementName(node.name)) return node;
  }
  return null;
}

/** All elements of the given names, in document order. */
export function elementsOf(tree: Nodes, ...names: ElementName[]): Element[] {
  const found: Element[] = [];
  walk(tree, (node) => {
    if (isNamed(node, ...names)) found.push(node);
    return undefined;
  });
  return found;
}

/** The text of a node as a reader sees it: no marks, blocks and table cells apart from each other. */
export function textOf(node: Nodes | Nodes[], skip: (node: Nodes) => boolean = () => false): string {
  let text = "";
  for (const root of Array.isArray(node) ? node : [node]) {
    walk(root, (child) => {
      if (skip(child)) return "skip";
      if (child.type === "text" || child.type === "inlineCode" || child.type === "code" || child.type === "html")
        text += child.value;
      else if (child.type === "break" || (isElement(child) && child.name === "br")) text += "\n";
      else if (child.type === "image") text += child.alt ?? "";
      else if (text !== "" && isBlock(child) && !text.endsWith("\n")) text += "\n";
      return undefined;
    });
    text += "\n";
  }
  return text
    .replace(/[ \t]+\n/g, "\n")
    .replace(/\n{2,}/g, "\n")
    .trim();
}

const blocks = new Set([
  "paragraph",
  "heading",
  "listItem",
  "code",
  "tableRow",
  "tableCell",
  "blockquote",
  "mdxJsxFlowElement",
  "list",
  "table",
]);
const isBlock = (node: Nodes) => blocks.has(node.type);

/**
 * What MDX itself does before it compiles: a paragraph that holds only tags becomes those tags, as blocks.
 * Done here too, so that the plan and the page come from the same tree.
 */
export function unravel(tree: Root): void {
  walk(tree, (node) => {
    if (!isParent(node)) return undefined;
    const children = childrenOf(node);
    if (!children.some((child) => child.type === "paragraph" && holdsOnlyTags(child.children))) return undefined;
    node.children = children.flatMap((child) =>
      child.type === "paragraph" && holdsOnlyTags(child.children)
        ? child.children.filter((inner) => inner.type !== "text").map(asBlock)
        : [child],
    ) as typeof node.children;
    return undefined;
  });
}

function holdsOnlyTags(children: RootContent[]): boolean {
  const isTag = (node: RootContent) => node.type === "mdxJsxTextElement" || node.type === "mdxTextExpression";
  return (
    children.some(isTag) && children.every((node) => isTag(node) || (node.type === "text" && node.value.trim() === ""))
  );
}

function asBlock(node: RootContent): RootContent {
  if (node.type === "mdxJsxTextElement")
    return { ...node, type: "mdxJsxFlowElement", children: node.children } as RootContent;
  if (node.type === "mdxTextExpression") return { ...node, type: "mdxFlowExpression" } as RootContent;
  return node;
}
