import type { Element, Nodes, RootContent } from "hast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { Html, html } from "./html";

/** What Markdown may become here, by element; everything else is its text. */
const allowed = new Set("p strong em del ul ol li code pre blockquote br hr table thead tbody tr th td".split(" "));
const empty = new Set(["br", "hr"]);

const reader = unified()
  .use(remarkParse)
  .use(remarkGfm)
  // HTML in an update is text: a stakeholder's page shows what was typed and runs nothing.
  .use(remarkRehype, { handlers: { html: (_, node: { value: string }) => ({ type: "text", value: node.value }) } });

/** The Markdown of an update as safe HTML. Pictures are links: nothing on the page may load something for its readers. */
export function markdownHtml(markdown: string): Html {
  const tree = reader.runSync(reader.parse(markdown)) as Nodes;
  return "children" in tree ? piece(tree.children) : html``;
}

const piece = (nodes: (RootContent | Nodes)[]): Html => html`${nodes.map(nodeHtml)}`;

function nodeHtml(node: RootContent | Nodes): Html {
  if (node.type === "text") return html`${node.value}`;
  if (node.type !== "element") return html``;
  return elementHtml(node);
}

function elementHtml(element: Element): Html {
  const { tagName, properties, children } = element;
  if (tagName === "img") return link(properties.src, html`${String(properties.alt || properties.src || "")}`);
  if (tagName === "a") return link(properties.href, piece(children));
  if (/^h[1-6]$/.test(tagName)) return html`<p><strong>${piece(children)}</strong></p>`;
  if (!allowed.has(tagName)) return piece(children);
  const open = new Html(`<${tagName}>`);
  return empty.has(tagName) ? open : html`${open}${piece(children)}${new Html(`</${tagName}>`)}`;
}

function link(target: unknown, text: Html): Html {
  const href = typeof target === "string" && /^(https?:|mailto:)/i.test(target) ? target : null;
  return href ? html`<a href="${href}" rel="noreferrer nofollow" target="_blank">${text}</a>` : text;
}
