import type { ListItem, Nodes, Root, RootContent } from "mdast";
import type { MdxJsxFlowElement } from "mdast-util-mdx-jsx";
import type {} from "mdast-util-to-hast";
import { idFrom, idPool, slug } from "./slug";
import { attribute, childrenOf, type Element, elementsOf, isElement, isNamed, textOf, walk } from "./tree";

export type Pool = ReturnType<typeof idPool>;

/** Gives every heading its anchor, and every item of a checklist its step. Explicit ids always keep their own. */
export function assignAnchors(tree: Root): Pool {
  const taken: string[] = [];
  walk(tree, (node) => {
    const id = isElement(node) ? attribute(node, "id") : null;
    if (id) taken.push(id);
    return undefined;
  });
  const pool = idPool(taken);
  for (const checklist of elementsOf(tree, "Checklist")) {
    if (elementsOf(checklist, "Step").length === 0) wrapItems(checklist, pool);
  }
  walk(tree, (node) => {
    if (node.type === "heading") setHeadingId(node, pool(slug(textOf(node)) || "section"));
    return undefined;
  });
  return pool;
}

/** The anchors that a link to this page can name. */
export function anchorsOf(tree: Root): Set<string> {
  const found = new Set<string>();
  walk(tree, (node) => {
    const id = isElement(node) ? attribute(node, "id") : headingId(node);
    if (id) found.add(id);
    return undefined;
  });
  return found;
}

export function headingId(node: Nodes): string | null {
  const id = node.type === "heading" ? node.data?.hProperties?.id : undefined;
  return typeof id === "string" ? id : null;
}

export function setHeadingId(node: Nodes, id: string | null): void {
  if (node.type !== "heading") return;
  const { id: _, ...rest } = node.data?.hProperties ?? {};
  node.data = { ...node.data, hProperties: id === null ? rest : { ...rest, id } };
}

/** An element that the pipeline adds; `plain` tells its component to add nothing to what stands in the file. */
export function plainElement(
  name: string,
  attributes: Record<string, string>,
  children: RootContent[],
  from: RootContent | undefined,
): MdxJsxFlowElement {
  const entries = Object.entries({ ...attributes, plain: null });
  return {
    type: "mdxJsxFlowElement",
    name,
    attributes: entries.map(([key, value]) => ({ type: "mdxJsxAttribute", name: key, value })),
    children: children as MdxJsxFlowElement["children"],
    ...(from?.position && { position: from.position }),
  };
}

/** Makes the content of a list item a step. Its title is its first line. */
export function wrapItem(item: ListItem, pool: Pool): void {
  const title = stepTitle(itemTitle(item));
  if (title === "" || item.children.some((child) => isNamed(child, "Step"))) return;
  item.children = [
    plainElement("Step", { id: pool(idFrom(title)), title }, item.children, item),
  ] as ListItem["children"];
}

export function itemTitle(item: ListItem): string {
  const first = item.children.find((child) => child.type !== "list") ?? item.children[0];
  return first ? firstLine(textOf(first)) : "";
}

/** A title without the number or emoji that only showed its place in a list. */
export function stepTitle(text: string): string {
  const plain = text
    .replace(/^(?:(?:\p{Extended_Pictographic}|[0-9]\uFE0F?\u20E3|\uFE0F|\u200D)\s*)+|^\d+[.)]\s+/u, "")
    .trim();
  return plain || text.trim();
}

/** At most 160 characters of the first line that says anything, without the colon that leads to what follows. */
export function firstLine(text: string): string {
  const line = text.split("\n").find((candidate) => candidate.trim() !== "") ?? "";
  const plain = line.trim().replace(/\s*[:：]$/, "");
  return plain.length <= 160 ? plain : `${plain.slice(0, 157)}…`;
}

function wrapItems(checklist: Element, pool: Pool): void {
  for (const child of childrenOf(checklist)) {
    if (child.type === "list") for (const item of child.children) wrapItem(item, pool);
  }
}
