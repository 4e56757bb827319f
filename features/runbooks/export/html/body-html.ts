import type { Element as HastElement, Root as HastRoot } from "hast";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { type Markup, markup } from "@/lib/offline/worker/markup";
import type { RunbookPath } from "../../artifact";
import type { GatedRunbook } from "../../pipeline/gate";
import { htmlElements, isVoidElement } from "../../pipeline/html";
import { renderTree } from "../../pipeline/render-tree";
import type { BlockContext, Shown } from "./block-context";
import { blockHtml } from "./blocks";
import { documentHref, documentId, type Surroundings } from "./surroundings";

const toHast = unified()
  .use(remarkRehype, { passThrough: ["mdxJsxFlowElement", "mdxJsxTextElement"] })
  .freeze();

/**
 * The whole text of a runbook as HTML that needs no script, no style attribute and no network. It is read off the tree that the
 * portal's page is compiled from, and built of the elements below and nothing else.
 */
export function bodyHtml(runbook: GatedRunbook, around: Surroundings): Markup {
  const declared = runbook.frontMatter.variables.map(({ name }) => name);
  const context: BlockContext = {
    around,
    path: runbook.path,
    declared,
    within: (nodes, inner) => all(nodes, inner),
  };
  return all([toHast.runSync(renderTree(runbook)) as HastRoot], context);
}

const all = (nodes: Shown[], context: BlockContext): Markup => ({
  html: nodes.map((node) => nodeHtml(node, context).html).join(""),
});

const elements = new Set(
  "a blockquote br code del em h1 h2 h3 h4 h5 h6 hr img input li ol p pre s section strong sub sup table tbody td th thead tr ul".split(
    " ",
  ),
);

function nodeHtml(node: Shown, context: BlockContext): Markup {
  if (node.type === "root") return all(node.children, context);
  if (node.type === "text") return markup`${node.value}`;
  if (node.type === "element") return elementHtml(node, context);
  if (node.type !== "mdxJsxFlowElement" && node.type !== "mdxJsxTextElement") return markup``;
  const block = blockHtml(node, context);
  if (block) return block;
  const name = node.name ?? "";
  if (!Object.hasOwn(htmlElements, name)) return all(node.children as Shown[], context);
  const properties = Object.fromEntries(
    node.attributes.flatMap((one) => (one.type === "mdxJsxAttribute" ? [[one.name, one.value ?? true]] : [])),
  ) as HastElement["properties"];
  return tagHtml(name, properties, node.children as Shown[], context);
}

function elementHtml({ tagName, properties, children }: HastElement, context: BlockContext): Markup {
  if (!elements.has(tagName)) return all(children, context);
  // A page has one h1, its title; a document of many has the runbooks' titles in between.
  const level = /^h([1-6])$/.exec(tagName)?.[1];
  const name = level ? `h${Math.max(3, Math.min(Number(level) + 1, 6))}` : tagName;
  return tagHtml(name, properties, children, context);
}

type Properties = HastElement["properties"];

function tagHtml(name: string, properties: Properties, children: Shown[], context: BlockContext): Markup {
  if (name === "img") return imageHtml(properties, context);
  if (name === "input") return markup`<span class="box">${properties.checked ? "☑" : "☐"}</span> `;
  if (name === "a") return linkHtml(properties, children, context);
  const open = { html: `<${name}${attributes(name, properties, context.path)}>` };
  if (isVoidElement(name)) return open;
  const inner = all(children, context);
  if (name === "table") return markup`<div class="wide" tabindex="0">${open}${inner}</table></div>`;
  return markup`${open}${inner}${{ html: `</${name}>` }}`;
}

/** Only what the style sheet and links need: an id, the number of a list, the span and side of a cell. */
function attributes(name: string, properties: Properties, path: RunbookPath): string {
  const list: string[] = [];
  const add = (attribute: string, value: unknown) => list.push(markup` ${attribute}="${String(value)}"`.html);
  if (typeof properties.id === "string") add("id", documentId(path, properties.id));
  if (name === "details") list.push(" open");
  if (name === "ol" && typeof properties.start === "number") add("start", properties.start);
  if (name === "td" || name === "th") {
    if (properties.colSpan) add("colspan", Number(properties.colSpan) || 1);
    if (properties.rowSpan) add("rowspan", Number(properties.rowSpan) || 1);
    if (/^(left|right|center)$/.test(String(properties.align))) add("class", properties.align);
  }
  if (name === "li" && String(properties.className).includes("task-list-item")) add("class", "task");
  return list.join("");
}

function linkHtml({ href, id }: Properties, children: Shown[], context: BlockContext): Markup {
  const inner = all(children, context);
  const to = documentHref(String(href ?? ""), context.path, context.around);
  const name = typeof id === "string" ? { html: markup` id="${documentId(context.path, id)}"`.html } : markup``;
  if (to === null) return inner;
  const outside = to.startsWith("#") ? "" : "out";
  return markup`<a href="${to}"${name}${outside ? { html: ' class="out" rel="noreferrer"' } : markup``}>${inner}</a>`;
}

/** A picture from elsewhere stays a link: the document asks no network for anything. */
function imageHtml({ src, alt }: Properties, { around }: BlockContext): Markup {
  const address = String(src ?? "");
  const words = String(alt ?? "");
  const data = around.picture(address);
  if (data) return markup`<img alt="${words}" src="${data}">`;
  const shown = /^https?:/i.test(address) ? address : address.replace(/^\/runbook-files\//, "");
  return markup`<span class="missing">${around.say("exports.document.picture")} ${words ? `${words} ` : ""}(${shown})</span>`;
}
