import type { Nodes, RootContent } from "mdast";
import type { SearchSection, SectionKind } from "../artifact";
import { isCommand } from "../command";
import { headingId } from "./anchors";
import type { GatedRunbook } from "./gate";
import { attribute, childrenOf, type Element, isElement, isNamed, textOf } from "./tree";

type Field = "symptoms" | "causes" | "prose" | "commands";
type Builder = { section: SearchSection; text: Record<Field, string[]> };

/**
 * The units of search of one runbook: the page, each heading outside of tags, each procedure, checklist, triage table
 * and step. A procedure also holds the text of its steps, so that words of several steps find it.
 */
export function buildSections(runbook: GatedRunbook): SearchSection[] {
  const { frontMatter, tree } = runbook;
  const page = builder("", "page", frontMatter.title, null);
  page.section.alerts = frontMatter.alerts.join("\n");
  page.text.prose.push(frontMatter.summary ?? "", frontMatter.tags.join(" "));
  const all = [page];
  let current = page;
  for (const node of tree.children) {
    const id = headingId(node);
    if (id) {
      current = builder(id, "section", textOf(node), null);
      all.push(current);
    } else if (isElement(node)) addElement(node, [current], all);
    else addText(node, "prose", [current], all);
  }
  return all.map(finish).filter((section) => section.kind === "page" || section.title !== "");
}

const kinds: Record<string, SectionKind> = {
  Procedure: "procedure",
  Checklist: "checklist",
  Triage: "triage",
  Step: "step",
};

function addElement(element: Element, into: Builder[], all: Builder[], field: Field = "prose"): void {
  const kind = kinds[element.name ?? ""];
  if (kind) {
    const parent = kind === "step" ? (into[0]?.section.anchor ?? null) : null;
    const own = builder(attribute(element, "id") ?? "", kind, attribute(element, "title") ?? "", parent || null);
    own.section.alerts = attribute(element, "alerts") ?? "";
    all.push(own);
    if (kind === "step") for (const outer of into) outer.text.prose.push(own.section.title);
    addChildren(element, kind === "step" ? [own, ...into] : [own], all, field);
    return;
  }
  if (element.name === "Symptoms") addChildren(element, into, all, "symptoms");
  else if (element.name === "Causes") addChildren(element, into, all, "causes");
  else {
    for (const name of ["question", "label", "matches"]) {
      const value = attribute(element, name);
      if (value) for (const target of into) target.text.prose.push(value);
    }
    addChildren(element, into, all, field);
  }
}

function addChildren(node: Nodes, into: Builder[], all: Builder[], field: Field): void {
  for (const child of childrenOf(node)) addText(child, field, into, all);
}

function addText(node: RootContent, field: Field, into: Builder[], all: Builder[]): void {
  if (isElement(node) && node.name && !/^[a-z]/.test(node.name)) addElement(node, into, all, field);
  else if (node.type === "code") {
    const target: Field =
      field === "prose" && isCommand(node.lang, node.meta) ? "commands" : field === "prose" ? "commands" : field;
    push(into, target, node.value);
  } else if (hasBlocks(node)) addChildren(node, into, all, field);
  else push(into, field, textOf(node));
}

/** Lists, quotes and HTML may hold fences and tags; paragraphs and tables are text. */
const hasBlocks = (node: RootContent) =>
  node.type === "list" ||
  node.type === "listItem" ||
  node.type === "blockquote" ||
  (isElement(node) && !isNamed(node, "Callout"));

function push(into: Builder[], field: Field, text: string): void {
  if (text !== "") for (const target of into) target.text[field].push(text);
}

function builder(anchor: string, kind: SectionKind, title: string, parent: string | null): Builder {
  const section = { anchor, kind, parent, title, symptoms: "", causes: "", prose: "", commands: "", alerts: "" };
  return { section, text: { symptoms: [], causes: [], prose: [], commands: [] } };
}

function finish({ section, text }: Builder): SearchSection {
  const join = (parts: string[]) => parts.filter(Boolean).join("\n");
  return {
    ...section,
    symptoms: join(text.symptoms),
    causes: join(text.causes),
    prose: join(text.prose),
    commands: join(text.commands),
  };
}
