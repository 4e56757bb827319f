import type { Code, Nodes, Paragraph, Root } from "mdast";
import { walk } from "../../pipeline/tree";
import type { Edit } from "./edit";
import { fenceFor, inside, literal, prefixAt } from "./literal";
import { tailStart } from "./shown";

type Span = { start: number; end: number };

/** What MDX would read as code, or as another block than Markdown does, with what to write instead. */
export function escapeEdits(text: string, tree: Root): Edit[] {
  const edits: Edit[] = [];
  const kept: Span[] = [];
  walk(tree, (node, ancestors) => {
    const span = spanOf(node);
    if (node.type === "inlineCode" || node.type === "html" || node.type === "definition") kept.push(span);
    else if (node.type === "code") {
      kept.push(span);
      edits.push(...indentedCode(text, node));
    } else if (node.type === "link" && text[span.start] === "<") {
      kept.push(span);
      edits.push({ ...span, text: `[${literal(text.slice(span.start + 1, span.end - 1))}](${address(node.url)})` });
    } else if (node.type === "link" && text[span.start] !== "[") kept.push(span);
    else if (/^(link|image)(Reference)?$/.test(node.type)) kept.push({ start: tailStart(node, text), end: span.end });
    else if (node.type === "footnoteReference") kept.push(span);
    else if (node.type === "footnoteDefinition")
      kept.push({ start: span.start, end: text.indexOf("]:", span.start) + 2 });
    else if (node.type === "paragraph") {
      if (ancestors.length === 1 && /^(import|export)\b/.test(text.slice(span.start, span.end)))
        edits.push({ start: span.start, end: span.start, text: " " });
      edits.push(...markersInside(text, node));
    }
    return undefined;
  });
  return [...edits, ...signs(text, kept)];
}

const spanOf = (node: Nodes): Span => ({
  start: node.position?.start.offset ?? 0,
  end: node.position?.end.offset ?? 0,
});

const address = (url: string) =>
  /[\s()<>\\]/.test(url) ? `<${url.replace(/[<>\\]/g, "\\$&")}>` : url.replaceAll("&", "&amp;");

/** Braces and angle brackets outside of code begin expressions and tags in MDX. */
function signs(text: string, kept: Span[]): Edit[] {
  const spans = kept.toSorted((a, b) => a.start - b.start);
  const edits: Edit[] = [];
  let span = 0;
  let until = 0;
  const pattern = /\\[\\{<]|\{|<(?![ \t]+\S)/g;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const at = match.index;
    for (let next = spans[span]; next && next.start <= at; next = spans[span]) {
      until = Math.max(until, next.end);
      span += 1;
    }
    if (at < until) pattern.lastIndex = Math.max(until, at + 1);
    else if (match[0].length === 1) edits.push({ start: at, end: at, text: "\\" });
  }
  return edits;
}

/** MDX has no indented code, so it becomes a fence of the same text. */
function indentedCode(text: string, node: Code): Edit[] {
  const { start, end } = spanOf(node);
  if (/^[ \t]{0,3}(`{3}|~{3})/.test(text.slice(start)) || !/^( {1,4}|\t)/.test(text.slice(start))) return [];
  const prefix = prefixAt(text, start);
  const marks = fenceFor(node.value);
  const lines = node.value.split("\n");
  return [{ start, end, text: inside(prefix, [marks, ...lines, marks].join("\n")) }];
}

/** A line that was indented too far to begin a block in Markdown begins one in MDX, where indentation means nothing. */
function markersInside(text: string, node: Paragraph): Edit[] {
  const { start, end } = spanOf(node);
  const source = text.slice(start, end);
  const edits: Edit[] = [];
  for (const match of source.matchAll(
    /\n[ \t>]*?(?: {4}|\t)[ \t]*(?:([-+*](?=\s|$)|#|>|={1,}[ \t]*$|[-_*~=|]|\[\^)|(\d{1,9})[.)])/gm,
  )) {
    const at = start + match.index + match[0].length - (match[2] ? 1 : (match[1]?.length ?? 0));
    edits.push({ start: at, end: at, text: "\\" });
  }
  return edits;
}
