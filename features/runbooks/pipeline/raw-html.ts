import type { Html, Parents, Root, RootContent, Text } from "mdast";
import type { MdxJsxAttribute, MdxJsxFlowElement } from "mdast-util-mdx-jsx";
import { isAllowedUrl } from "../url";
import { htmlElements, isVoidElement, voidElements } from "./html";
import { childrenOf, isParent, walk } from "./tree";

type Tag = { name: string; kind: "open" | "close" | "void"; attributes: MdxJsxAttribute[]; raw: string };
type Piece = { tag: Tag } | { text: string };

/**
 * Turns the raw HTML of a Markdown file into the harmless elements of FORMAT.md's short list. Anything else, and
 * anything unbalanced, becomes text: never executed and never lost.
 */
export function resolveRawHtml(tree: Root): void {
  const parents: Parents[] = [];
  walk(tree, (node) => {
    if (isParent(node) && childrenOf(node).some((child) => child.type === "html")) parents.push(node);
    return undefined;
  });
  for (const parent of parents)
    parent.children = build(childrenOf(parent), isPhrasing(parent)) as typeof parent.children;
}

const isPhrasing = (parent: Parents) => /^(paragraph|heading|emphasis|strong|delete|link|tableCell)$/.test(parent.type);

type Frame = { tag: Tag | null; position: Html["position"]; children: RootContent[] };

function build(children: RootContent[], inline: boolean): RootContent[] {
  const stack: Frame[] = [{ tag: null, position: undefined, children: [] }];
  const push = (node: RootContent) => stack.at(-1)?.children.push(node);
  const asText = (value: string, position: Html["position"]) => {
    if (value.trim() === "" && !inline) return;
    const holdsText = inline || /^(summary|kbd|su[bp]|u|t[dh])$/.test(stack.at(-1)?.tag?.name ?? "");
    push(
      holdsText
        ? text(value, position)
        : { type: "paragraph", children: [text(value.trim(), position)], ...(position && { position }) },
    );
  };
  const close = (frame: Frame) => {
    if (frame.tag) push(element(frame.tag, frame.children, frame.position, inline));
  };
  for (const child of children) {
    if (child.type !== "html") {
      push(child);
      continue;
    }
    for (const piece of pieces(child.value)) {
      if ("text" in piece) asText(piece.text, child.position);
      else if (piece.tag.kind === "void") push(element(piece.tag, [], child.position, inline));
      else if (piece.tag.kind === "open") stack.push({ tag: piece.tag, position: child.position, children: [] });
      else if (stack.length > 1 && stack.at(-1)?.tag?.name === piece.tag.name) {
        const frame = stack.pop();
        if (frame) close(frame);
      } else asText(piece.tag.raw, child.position);
    }
  }
  // What was never closed is shown as it was written, with its content after it.
  const unclosed = stack.splice(1);
  for (const frame of unclosed) {
    asText(frame.tag?.raw ?? "", frame.position);
    for (const node of frame.children) push(node);
  }
  return stack[0]?.children ?? [];
}

const text = (value: string, position: Html["position"]): Text => ({
  type: "text",
  value,
  ...(position && { position }),
});

function element(tag: Tag, children: RootContent[], position: Html["position"], inline: boolean): RootContent {
  const type = inline ? "mdxJsxTextElement" : "mdxJsxFlowElement";
  const node = {
    type,
    name: tag.name,
    attributes: tag.attributes,
    children: children as MdxJsxFlowElement["children"],
    ...(position && { position }),
  };
  return node as RootContent;
}

function pieces(html: string): Piece[] {
  const found: Piece[] = [];
  const add = (value: string) => {
    const last = found.at(-1);
    if (last && "text" in last) last.text += value;
    else if (value) found.push({ text: value });
  };
  const pattern = /<\/?[A-Za-z][^<>]{0,2000}>/g;
  let at = 0;
  for (let match = pattern.exec(html); match; match = pattern.exec(html)) {
    add(html.slice(at, match.index));
    const tag = readTag(match[0]);
    if (tag) found.push({ tag });
    else add(match[0]);
    at = pattern.lastIndex;
  }
  add(html.slice(at));
  return found;
}

/** A piece of raw HTML: a tag of the short list, written as MDX in `tag`, or text, which everything else is. */
export type HtmlPiece = { kind: "text" | Tag["kind"]; name: string; raw: string; tag: string };

/** The tags and texts of raw HTML, in order. */
export function htmlPieces(html: string): HtmlPiece[] {
  return pieces(html).map((piece) =>
    "text" in piece
      ? { kind: "text", name: "", raw: piece.text, tag: "" }
      : { kind: piece.tag.kind, name: piece.tag.name, raw: piece.tag.raw, tag: asMdx(piece.tag) },
  );
}

function asMdx({ kind, name, attributes }: Tag): string {
  if (kind === "close") return `</${name}>`;
  const written = attributes.map(({ name: key, value }) =>
    typeof value === "string" ? ` ${key}="${value.replaceAll('"', "&quot;")}"` : ` ${key}`,
  );
  return `<${name}${written.join("")}${kind === "void" ? " /" : ""}>`;
}

/** A tag of the short list with nothing but its own attributes; null for any other. */
function readTag(raw: string): Tag | null {
  const match = /^<(\/?)([A-Za-z]+)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*(\/?)>$/.exec(
    raw,
  );
  if (!match) return null;
  const name = (match[2] ?? "").toLowerCase();
  const allowed = Object.hasOwn(htmlElements, name) ? htmlElements[name] : undefined;
  if (!allowed) return null;
  if (match[1]) return isVoidElement(name) || match[3] ? null : { name, kind: "close", attributes: [], raw };
  const attributes: MdxJsxAttribute[] = [];
  for (const part of (match[3] ?? "").matchAll(/([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g)) {
    const attribute = (part[1] ?? "").toLowerCase();
    const value = part[2] ?? part[3] ?? part[4] ?? null;
    if (!Object.hasOwn(allowed, attribute)) return null;
    if (attribute === "src" && (value === null || value.includes("&") || !isAllowedUrl(value))) return null;
    attributes.push({ type: "mdxJsxAttribute", name: attribute, value });
  }
  return { name, kind: voidElements.has(name) ? "void" : "open", attributes, raw };
}
