import type { Code, Heading, List, Root, RootContent } from "mdast";
import { copyText, isCommand } from "../command";
import { firstLine, headingId, itemTitle, type Pool, plainElement, setHeadingId, stepTitle, wrapItem } from "./anchors";
import { type Part, partOf } from "./phase-words";
import { idFrom, slug } from "./slug";
import { childrenOf, elementsOf, textOf } from "./tree";

type Unit = { title: string; heading: Heading | null; depth: number; partDepth: number | null; nodes: RootContent[] };

const tagOf: Partial<Record<Part, string>> = {
  symptoms: "Symptoms",
  causes: "Causes",
  diagnosis: "Diagnosis",
  remediation: "Remediation",
  verification: "Verification",
  escalation: "Escalation",
};

/** Whether a file has none of the tags that make a plan, so that its plan comes from headings and lists. */
export const isPlain = (tree: Root) => elementsOf(tree, "Procedure", "Checklist", "Triage").length === 0;

/**
 * The "Plain Markdown" rules of FORMAT.md: wraps each heading of level 2 or 3 with something to run in a `Procedure`,
 * its phases and steps in theirs. The text stays as it is; the tags only say what each part is for.
 */
export function tagPlainMarkdown(tree: Root, pageTitle: string, pool: Pool): void {
  tree.children = units(tree.children, pageTitle).flatMap((entry) =>
    "nodes" in entry ? wrapUnit(entry, pool) : [entry],
  );
}

/** Cuts a page at its headings. Parts that stand right under the page's title make one procedure, named after it. */
function units(nodes: RootContent[], pageTitle: string): (RootContent | Unit)[] {
  const found: (RootContent | Unit)[] = [];
  const alone = nodes.every(
    (node) => node.type !== "heading" || node.depth === 1 || node.depth > 3 || partOf(textOf(node)) !== null,
  );
  let title = pageTitle;
  let unit: Unit | null = null;
  for (const [index, node] of nodes.entries()) {
    if (node.type !== "heading" || node.depth > 3) {
      if (unit) unit.nodes.push(node);
      else found.push(node);
      continue;
    }
    const text = textOf(node);
    const isPart = partOf(text) !== null && node.depth > 1;
    const belongs: boolean =
      unit !== null && (isPart ? unit.depth < node.depth : unit.partDepth !== null && unit.partDepth < node.depth);
    if (unit && belongs) {
      unit.nodes.push(node);
      if (isPart) unit.partDepth = node.depth;
    } else if (node.depth === 1) {
      title = text || title;
      unit = null;
      found.push(node);
    } else {
      // Several parts beside each other (Meaning, Diagnosis, Mitigation) are those of the page; a single one is its own.
      const ofPage = isPart && (alone || partsFrom(nodes, index, node.depth) > 1);
      unit = {
        title: ofPage ? title : text,
        heading: ofPage ? null : node,
        depth: ofPage ? node.depth - 1 : node.depth,
        partDepth: isPart ? node.depth : null,
        nodes: [node],
      };
      found.push(unit);
    }
  }
  return found;
}

/** How many headings of that depth name a part, from one on to the first that does not. */
function partsFrom(nodes: RootContent[], from: number, depth: number): number {
  let count = 0;
  for (const node of nodes.slice(from)) {
    if (node.type !== "heading" || node.depth > depth) continue;
    if (node.depth < depth || partOf(textOf(node)) === null) break;
    count += 1;
  }
  return count;
}

function wrapUnit(unit: Unit, pool: Pool): RootContent[] {
  const children: RootContent[] = [];
  for (const run of runs(unit)) {
    const steps = run.part === "symptoms" || run.part === "causes" ? run.nodes : wrapSteps(run.nodes, pool);
    const tag = run.part ? tagOf[run.part] : undefined;
    if (tag) children.push(plainElement(tag, {}, steps, run.nodes[0]));
    else children.push(...steps);
  }
  const procedure = plainElement("Procedure", {}, children, unit.nodes[0]);
  if (elementsOf(procedure, "Step").length === 0) return unit.nodes;
  const id = (unit.heading && headingId(unit.heading)) ?? pool(slug(unit.title) || "procedimiento");
  if (unit.heading) setHeadingId(unit.heading, null);
  return [plainElement("Procedure", { id, title: firstLine(unit.title) || id }, children, unit.nodes[0])];
}

/** Cuts a procedure where a heading or a bold label names the next part. */
function runs(unit: Unit): { part: Part | null; nodes: RootContent[] }[] {
  const found: { part: Part | null; nodes: RootContent[]; depth: number }[] = [{ part: null, nodes: [], depth: 7 }];
  for (const node of unit.nodes) {
    const current = found.at(-1);
    const part = labelOf(node);
    if (part) found.push({ part, nodes: [node], depth: node.type === "heading" ? node.depth : 7 });
    else if (node.type === "heading" && current?.part && node.depth <= current.depth)
      found.push({ part: null, nodes: [node], depth: 7 });
    else current?.nodes.push(node);
  }
  return found.filter((run) => run.nodes.length > 0);
}

function labelOf(node: RootContent): Part | null {
  if (node.type === "heading") return partOf(textOf(node));
  const first = node.type === "paragraph" ? node.children[0] : undefined;
  return first?.type === "strong" ? partOf(textOf(first)) : null;
}

function wrapSteps(nodes: RootContent[], pool: Pool): RootContent[] {
  const found: RootContent[] = [];
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index];
    if (!node) break;
    const rest = node.type === "list" && node.ordered && node.children.length === 1 ? followers(nodes, index + 1) : [];
    if (rest.length > 0 && node.type === "list" && node.children[0]) {
      const title = stepTitle(itemTitle(node.children[0]));
      found.push(plainElement("Step", { id: pool(idFrom(title)), title }, [node, ...rest], node));
      index += rest.length;
      continue;
    }
    if (node.type === "list") wrapList(node, pool);
    if (node.type === "code" && isCommand(node.lang, node.meta)) {
      const title = commandTitle(node, nodes[index - 1]);
      found.push(plainElement("Step", { id: pool(idFrom(title)), title }, [node], node));
    } else found.push(node);
  }
  return found;
}

/** Fences that were not indented break a numbered list into lists of one: what follows such an item, if it holds a command. */
function followers(nodes: RootContent[], from: number): RootContent[] {
  const end = nodes.findIndex(
    (node, index) =>
      index >= from && (node.type === "list" || node.type === "heading" || node.type === "thematicBreak"),
  );
  const rest = nodes.slice(from, end < 0 ? undefined : end);
  return rest.some((node) => node.type === "code" && isCommand(node.lang, node.meta)) ? rest : [];
}

function wrapList(list: List, pool: Pool): void {
  const isTask = list.children.some((item) => typeof item.checked === "boolean");
  const all = (list.ordered || isTask) && !isContents(list);
  for (const item of list.children) {
    const runs = item.children.some((child) => child.type === "code" && isCommand(child.lang, child.meta));
    if ((all || runs) && itemTitle(item) !== "") wrapItem(item, pool);
    // Bullets only group what is to be done; the steps are inside.
    else if (!all) for (const child of item.children) if (child.type === "list") wrapList(child, pool);
  }
}

/** A table of contents is a list of links into the page, not of things to do. */
function isContents(list: List): boolean {
  return list.children.every((item) => {
    const inline = item.children[0] ? childrenOf(item.children[0]) : [];
    return (
      inline.length > 0 &&
      inline.every(
        (node) =>
          (node.type === "link" && node.url.startsWith("#")) || (node.type === "text" && node.value.trim() === ""),
      )
    );
  });
}

/** A command is named by the line that leads to it, else by its first comment, else by itself. */
function commandTitle(code: Code, before: RootContent | undefined): string {
  const leads =
    before && (before.type === "paragraph" || before.type === "heading") && labelOf(before) === null
      ? firstLine(textOf(before))
      : "";
  if (leads !== "" && leads.length <= 120) return stepTitle(leads);
  const lines = copyText(code.lang ?? "", code.value)
    .split("\n")
    .map((line) => line.trim());
  const comment = lines
    .map((line) => /^(?:#|--|\/\/)\s*(?:\d+[.)]\s*)?(\S.*)$/.exec(line)?.[1])
    .find((text) => text && !text.startsWith("!"));
  return firstLine(comment ?? lines.find((line) => line !== "") ?? "") || "…";
}
