import type { Definition, Nodes, Root, RootContent, Text } from "mdast";
import { isBounded } from "../pipeline/bounds";
import { parseMarkdown } from "../pipeline/parse-markdown";
import { prescan } from "../pipeline/prescan";
import { childrenOf, isParent, walk } from "../pipeline/tree";
import { isAllowedUrl } from "../url";

/**
 * Reads Markdown that somebody wrote elsewhere than in a runbook, by the gate of runbooks: the same parser and bounds, the same
 * schemes of addresses. A note is not refused as a runbook would be, so what may not be there stays as the text that was written:
 * HTML, links to other schemes. Pictures become links: a note must not load something for its readers.
 * @returns the tree without HTML, images, references and definitions; null for what no parser should see, to be shown as written
 */
export function readSafeMarkdown(text: string): Root | null {
  let refused = false;
  const report = {
    add: () => {
      refused = true;
    },
  };
  const source = text.replace(/\r\n?/g, "\n");
  if (!prescan(source, "md", report)) return null;
  const tree = parseMarkdown(source);
  if (!isBounded(tree, report) || refused) return null;
  const written = ({ position }: Nodes) => source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
  const definitions = definitionsOf(tree);
  walk(tree, (node) => {
    if (isParent(node))
      node.children = childrenOf(node).flatMap((child) => safe(child, written, definitions)) as typeof node.children;
    return undefined;
  });
  return tree;
}

function definitionsOf(tree: Root): Map<string, Definition> {
  const found = new Map<string, Definition>();
  walk(tree, (node) => {
    // CommonMark, 4.7: the first of several wins.
    if (node.type === "definition" && !found.has(node.identifier)) found.set(node.identifier, node);
    return undefined;
  });
  return found;
}

function safe(
  node: RootContent,
  written: (node: Nodes) => string,
  definitions: Map<string, Definition>,
): RootContent[] {
  const asWritten = (): Text => ({ type: "text", value: written(node) });
  const link = (url: string | undefined, label: RootContent[]): RootContent[] =>
    url !== undefined && isAllowedUrl(url) ? [{ type: "link", url, children: label } as RootContent] : [asWritten()];
  switch (node.type) {
    case "html":
      return [asWritten()];
    case "definition":
      return [];
    case "link":
      return isAllowedUrl(node.url) ? [node] : [asWritten()];
    case "linkReference":
      return link(definitions.get(node.identifier)?.url, node.children);
    case "image":
      return link(node.url, [{ type: "text", value: node.alt || node.url }]);
    case "imageReference": {
      const url = definitions.get(node.identifier)?.url;
      return link(url, [{ type: "text", value: node.alt || (url ?? "") }]);
    }
    default:
      return [node];
  }
}

// Whatever could begin something in CommonMark or GFM. Missing one would show its marks, never run anything.
const marks = /[\\`*_~[\]<>&|#]|:\/\/|www\.|\w@\w|^\s*(?:[-+=]|\d+[.)])|^(?: {4}|\t)| {2}$/m;

/** Whether a text is itself, without any Markdown in it: most of a timeline is, and need not be parsed. */
export const isPlainText = (text: string): boolean => !marks.test(text);
