import type { Definition, FootnoteDefinition, Image, Link, Nodes, Root } from "mdast";
import { walk } from "../../pipeline/tree";
import { isAllowedUrl } from "../../url";

/** What a Markdown reader would not show, so that an import has to make it visible. */
export type Unshown = {
  /** Definitions that nothing refers to, or that come second, or whose address no page may lead to. */
  definitions: Set<Definition>;
  footnotes: Set<FootnoteDefinition>;
  /** Links and images to addresses that no page may lead to. */
  links: Set<Link | Image>;
};

/** Finds what a page of this Markdown would leave out. */
export function unshownOf(tree: Root): Unshown {
  const links = new Set<Link | Image>();
  const used = new Set<string>();
  const notes = new Set<string>();
  const inFootnotes: { from: string; to: string }[] = [];
  walk(tree, (node, ancestors) => {
    if ((node.type === "link" || node.type === "image") && !isAllowedUrl(node.url)) links.add(node);
    if (node.type === "linkReference" || node.type === "imageReference") used.add(node.identifier);
    if (node.type === "footnoteReference") {
      const around = ancestors.find((one) => one.type === "footnoteDefinition");
      if (around?.type === "footnoteDefinition") inFootnotes.push({ from: around.identifier, to: node.identifier });
      else notes.add(node.identifier);
    }
    return undefined;
  });
  // A note that only another note refers to is shown when that one is.
  for (let grown = true; grown; ) {
    const before = notes.size;
    for (const { from, to } of inFootnotes) if (notes.has(from)) notes.add(to);
    grown = notes.size > before;
  }
  const first = new Map<string, Nodes>();
  const definitions = new Set<Definition>();
  const footnotes = new Set<FootnoteDefinition>();
  walk(tree, (node) => {
    if (node.type === "definition") {
      const key = `link ${node.identifier}`;
      if (first.has(key) || !used.has(node.identifier) || !isAllowedUrl(node.url)) definitions.add(node);
      else first.set(key, node);
    }
    if (node.type === "footnoteDefinition") {
      const key = `note ${node.identifier}`;
      if (first.has(key) || !notes.has(node.identifier)) footnotes.add(node);
      else first.set(key, node);
    }
    return undefined;
  });
  return { definitions, footnotes, links };
}

/** What stands after the language of a fence and is not shown with it; `norun` is said by how the fence looks. */
export const infoOf = (meta: string | null | undefined): string =>
  (meta ?? "").replace(/(^|\s)norun(?=\s|$)/g, " ").trim();

/** The part of a link or image behind its text: `](address "title")`. */
export function tailStart(node: Nodes, text: string): number {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  if (node.type === "image" || node.type === "imageReference") {
    const mark = text.slice(start, end).lastIndexOf(node.type === "image" ? "](" : "][");
    return mark < 0 ? end : start + mark;
  }
  const last = "children" in node ? node.children.at(-1) : undefined;
  return last?.position?.end.offset ?? start + 1;
}
