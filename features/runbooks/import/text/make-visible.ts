import type { Code, Image, Link, Nodes, Root } from "mdast";
import { walk } from "../../pipeline/tree";
import type { Notice } from "../notice";
import type { Edit } from "./edit";
import { codeSpan, inside, literal, prefixAt } from "./literal";
import { infoOf, tailStart, unshownOf } from "./shown";

type Result = { edits: Edit[]; notices: Notice[] };

/** Markdown edits after which a page shows everything that stands in the text, and leads nowhere it may not. */
export function makeVisible(text: string, tree: Root): Result {
  const edits: Edit[] = [];
  const notices: Notice[] = [];
  const unshown = unshownOf(tree);
  const note = (rule: Notice["rule"], node: Nodes, shown: string) =>
    notices.push({ rule, line: node.position?.start.line ?? 1, text: shown });
  walk(tree, (node) => {
    const { start, end } = spanOf(node);
    if (node.type === "definition" && unshown.definitions.has(node)) {
      // What follows a definition directly would become part of the paragraph that it now is.
      const apart = /^\n(?!\s*\n|$)/.test(text.slice(end)) ? `\n${prefixAt(text, start).trimEnd()}` : "";
      edits.push({ start, end, text: literal(text.slice(start, end)) + apart });
      note("definition-shown", node, text.slice(start, end));
    } else if (node.type === "footnoteDefinition" && unshown.footnotes.has(node)) {
      edits.push({ start, end: start, text: "\\" });
      note("definition-shown", node, text.slice(start, end).split("\n")[0] ?? "");
    } else if ((node.type === "link" || node.type === "image") && unshown.links.has(node)) {
      edits.push(...withoutAddress(text, node));
      note("address-as-text", node, node.url);
    } else if (node.type === "code") {
      const edit = infoAbove(text, node);
      if (edit) edits.push(edit);
      if (edit) note("fence-info", node, infoOf(node.meta));
    }
    return undefined;
  });
  return { edits, notices };
}

const spanOf = (node: Nodes) => ({ start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 });

function withoutAddress(text: string, node: Link | Image): Edit[] {
  const { start, end } = spanOf(node);
  if (text[start] === "<" || (text[start] !== "[" && text[start] !== "!"))
    return [{ start, end, text: literal(text.slice(start, end)) }];
  const open = node.type === "image" ? start + 1 : start;
  const tail = tailStart(node, text);
  return [
    { start: open, end: open, text: "\\" },
    { start: tail, end, text: literal(text.slice(tail, end)) },
  ];
}

function infoAbove(text: string, node: Code): Edit | null {
  const info = infoOf(node.meta);
  const { start } = spanOf(node);
  const line = text.slice(start, (text.indexOf("\n", start) + 1 || text.length + 1) - 1);
  const fence = /^(`{3,}|~{3,})[ \t]*/.exec(line)?.[0];
  if (!info || !fence) return null;
  const lang = /^\S+/.exec(line.slice(fence.length))?.[0] ?? "";
  const kept = /(^|\s)norun(\s|$)/.test(node.meta ?? "") ? " norun" : "";
  const shown = inside(prefixAt(text, start), `${codeSpan(info)}\n\n${fence.trimEnd()}${lang}${kept}`);
  return { start, end: start + line.length, text: shown };
}
