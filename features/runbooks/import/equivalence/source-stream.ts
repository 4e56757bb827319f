import type { Nodes, Root } from "mdast";
import { resolveAlerts } from "../../pipeline/alerts";
import { parse } from "../../pipeline/parse";
import { report } from "../../pipeline/problem";
import { htmlPieces } from "../../pipeline/raw-html";
import { walk } from "../../pipeline/tree";
import { infoOf, tailStart, unshownOf } from "../text/shown";
import { type Stream, tokensOf } from "./tokens";

/**
 * What a reader of the Markdown sees, and what they would see if nothing of it were left out: comments, definitions
 * that nothing refers to and what stands behind the language of a fence count as text.
 * @param line of the first line of `body` in the file
 */
export function sourceStream(body: string, line: number): Stream {
  const stream: Stream = { visible: [], carried: [] };
  const tree: Root = parse(body, "md", report("")) ?? { type: "root", children: [] };
  const unshown = unshownOf(tree);
  let inFootnote = false;
  const add = (text: string, node: Nodes, offset = 0) => {
    const tokens = tokensOf(text, line + (node.position?.start.line ?? 1) - 1 + offset);
    stream.visible.push(...(inFootnote ? tokens.map((token) => ({ ...token, moves: true as const })) : tokens));
  };
  const carry = (text: string | null | undefined, node: Nodes) =>
    text && stream.carried.push({ text, line: line + (node.position?.start.line ?? 1) - 1 });
  const raw = (node: Nodes, from = node.position?.start.offset) => body.slice(from, node.position?.end.offset);
  const later: { at: number; text: string; node: Nodes }[] = [];
  const flush = (start: number) => {
    for (let next = later[0]; next && next.at <= start; next = later[0]) {
      add(next.text, next.node);
      later.shift();
    }
  };
  // Whether a harmless tag is read as a tag or as text, its words are those around it.
  const addHtml = (html: string, node: Nodes) => {
    let offset = 0;
    for (const piece of htmlPieces(html)) {
      if (piece.kind === "text") add(piece.raw, node, offset);
      for (const [, value] of piece.tag.matchAll(/ (?:src|alt|title)="([^"]*)"/g)) carry(value, node);
      offset += piece.raw.split("\n").length - 1;
    }
  };
  resolveAlerts(tree);
  walk(tree, (node, ancestors) => {
    inFootnote = ancestors.some((one) => one.type === "footnoteDefinition");
    flush(node.position?.start.offset ?? 0);
    if (node.type === "text" || node.type === "inlineCode") add(node.value, node);
    else if (node.type === "html") addHtml(node.value, node);
    else if (node.type === "code") {
      add(infoOf(node.meta), node);
      add(node.value, node, /^\s*(`{3}|~{3})/.test(raw(node)) ? 1 : 0);
      carry(node.lang, node);
    } else if (node.type === "definition") {
      if (unshown.definitions.has(node)) add(raw(node), node);
      else for (const text of [node.url, node.title]) carry(text, node);
    } else if (node.type === "footnoteDefinition" && unshown.footnotes.has(node)) {
      add(/^\[\^[^\]]*\]:/.exec(raw(node))?.[0] ?? "", node);
    } else if (node.type === "image" || node.type === "link") {
      if (unshown.links.has(node)) {
        const tail = tailStart(node, body);
        if (node.type === "image") add(`![${node.alt ?? ""}`, node);
        else if (raw(node).startsWith("[")) add("[", node);
        if (node.type === "image" || raw(node).startsWith("[")) later.push({ at: tail, text: raw(node, tail), node });
      } else {
        carry(node.url, node);
        carry(node.title, node);
        if (node.type === "image") carry(node.alt, node);
      }
    } else if (node.type === "imageReference") carry(node.alt, node);
    return undefined;
  });
  flush(Number.POSITIVE_INFINITY);
  return stream;
}
