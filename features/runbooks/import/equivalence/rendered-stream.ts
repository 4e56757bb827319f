import type { Root as HastRoot, RootContent } from "hast";
import type { Nodes } from "mdast";
import type { MdxJsxFlowElementHast, MdxJsxTextElementHast } from "mdast-util-mdx-jsx";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import type { GatedRunbook } from "../../pipeline/gate";
import { renderTree } from "../../pipeline/render-tree";
import { isElement, walk } from "../../pipeline/tree";
import type { FrontMatter } from "../../schema";
import { type Stream, tokensOf } from "./tokens";

type Shown = HastRoot | RootContent | MdxJsxFlowElementHast | MdxJsxTextElementHast;

// Footnotes stand where the page puts them; expressions never pass the gate, and comments are not shown.
const toHtml = unified()
  .use(remarkRehype, { passThrough: ["mdxJsxFlowElement", "mdxJsxTextElement"] })
  .freeze();

/** The attributes that a tag's component writes on the page as text, in that order. */
const writtenAttributes: Record<string, string[]> = {
  Procedure: ["title", "severity"],
  Checklist: ["title"],
  Triage: ["title"],
  Step: ["title", "target"],
  Decision: ["question"],
  Option: ["label"],
  Callout: ["type"],
  CommandBlock: ["text"],
  Snippet: ["text"],
  Diagram: ["text"],
};

/** The headings that the portal writes over the parts of a procedure, as readers of the two languages see them. */
export const partTitles: Record<string, { es: string; en: string }> = {
  Symptoms: { es: "Síntomas", en: "Symptoms" },
  Causes: { es: "Causas posibles", en: "Possible causes" },
  Diagnosis: { es: "Diagnóstico", en: "Diagnosis" },
  Remediation: { es: "Remediación", en: "Remediation" },
  Verification: { es: "Verificación", en: "Verification" },
};

/** What the page of a runbook shows, read off the tree that the page is compiled from. */
export function renderedStream(runbook: GatedRunbook): Stream {
  const lang = runbook.frontMatter.lang.startsWith("es") ? "es" : "en";
  const stream: Stream = { visible: [], carried: [] };
  const add = (text: unknown) => typeof text === "string" && stream.visible.push(...tokensOf(text, 0));
  for (const text of factsOf(runbook.frontMatter)) add(text);
  const enter = (node: Shown): void => {
    if (node.type === "text") add(node.value);
    if (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement") enterTag(node);
    if ("children" in node) for (const child of node.children) enter(child as Shown);
  };
  const enterTag = (node: MdxJsxFlowElementHast | MdxJsxTextElementHast) => {
    const values = new Map(node.attributes.map((one) => [one.type === "mdxJsxAttribute" ? one.name : "", one.value]));
    if (values.has("plain")) return;
    add(partTitles[node.name ?? ""]?.[lang]);
    for (const name of writtenAttributes[node.name ?? ""] ?? []) add(values.get(name));
  };
  enter(toHtml.runSync(renderTree(runbook)) as HastRoot);
  carriedOf(runbook, (text) => stream.carried.push({ text, line: 0 }));
  return stream;
}

/** Addresses as they were written, before the portal makes its own of them. */
function carriedOf({ tree }: GatedRunbook, carry: (text: string) => void): void {
  const visit = (node: Nodes) => {
    if (node.type === "link" || node.type === "definition" || node.type === "image") {
      carry(node.url);
      if (node.title) carry(node.title);
    }
    if ((node.type === "image" || node.type === "imageReference") && node.alt) carry(node.alt);
    if (node.type === "code" && node.lang) carry(node.lang);
    if (isElement(node) && node.name === "img")
      for (const entry of node.attributes) if (typeof entry.value === "string") carry(entry.value);
    return undefined;
  };
  walk(tree, visit);
}

/** What the page says above the text. */
const factsOf = (matter: FrontMatter): (string | null)[] => [
  matter.title,
  matter.summary,
  matter.owner,
  ...matter.tags,
  matter.reviewed,
];
