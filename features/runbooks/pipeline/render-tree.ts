import type { Code, Root, RootContent } from "mdast";
import type { MdxJsxAttribute, MdxJsxFlowElement } from "mdast-util-mdx-jsx";
import { isCommand } from "../command";
import type { BlockName } from "../element-schema";
import type { GatedRunbook } from "./gate";
import { htmlElements } from "./html";
import { resolveRunbook, splitTarget } from "./target";
import { childrenOf, isElement, isParent, walk } from "./tree";

/** The tree as the page shows it: fences as components, addresses as the portal serves them. */
export function renderTree(runbook: GatedRunbook): Root {
  const tree = structuredClone(runbook.tree);
  walk(tree, (node) => {
    if (node.type === "link" || node.type === "definition") node.url = pageUrl(node.url, runbook.path);
    if (node.type === "image") node.url = fileUrl(node.url, runbook.path);
    if (isElement(node))
      for (const entry of node.attributes)
        if (entry.type === "mdxJsxAttribute") asReactAttribute(node.name ?? "", entry, runbook.path);
    if (isParent(node)) node.children = childrenOf(node).flatMap(replace) as typeof node.children;
    return undefined;
  });
  return tree;
}

function replace(node: RootContent): RootContent[] {
  if (node.type === "mdxFlowExpression" || node.type === "mdxTextExpression") return []; // comments: the gate let nothing else through
  if (node.type === "code") return [codeBlock(node)];
  return [node];
}

function codeBlock(code: Code): MdxJsxFlowElement {
  const lang = code.lang ?? "";
  if (lang === "mermaid") return block("Diagram", { text: code.value });
  return block(isCommand(code.lang, code.meta) ? "CommandBlock" : "Snippet", { lang, text: code.value });
}

function block(name: BlockName, attributes: Record<string, string>): MdxJsxFlowElement {
  const entries = Object.entries(attributes).map(
    ([key, value]): MdxJsxAttribute => ({ type: "mdxJsxAttribute", name: key, value }),
  );
  return { type: "mdxJsxFlowElement", name, attributes: entries, children: [] };
}

function asReactAttribute(element: string, attribute: MdxJsxAttribute, path: string): void {
  if (element === "img" && attribute.name === "src" && typeof attribute.value === "string")
    attribute.value = fileUrl(attribute.value, path);
  const known = Object.hasOwn(htmlElements, element) ? htmlElements[element] : undefined;
  attribute.name = known?.[attribute.name] ?? attribute.name;
}

/** A link to another runbook becomes its page, whatever way it was written; other addresses stay. */
export function pageUrl(href: string, from: string): string {
  const target = splitTarget(href);
  const runbook = resolveRunbook(target, from);
  if (runbook === null) return isRelativeFile(href) ? fileUrl(href, from) : href;
  return `/runbooks/${runbook}${target.id ? `#${target.id}` : ""}`;
}

/** A file beside a runbook is served under `/runbook-files/<service>/`. */
export function fileUrl(url: string, from: string): string {
  if (!isRelativeFile(url)) return url;
  const parts = [from.split("/")[0] ?? ""];
  for (const part of url.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return `/runbook-files/${parts.join("/")}`;
}

const isRelativeFile = (url: string) => url !== "" && !/^([a-z][a-z0-9+.-]*:|\/|#|\?)/i.test(url.trim());
