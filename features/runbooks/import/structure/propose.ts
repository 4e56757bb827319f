import type { Root, RootContent } from "mdast";
import type { ElementName } from "../../element-names";
import { firstLine } from "../../pipeline/anchors";
import { parse } from "../../pipeline/parse";
import type { Part } from "../../pipeline/phase-words";
import { report } from "../../pipeline/problem";
import { attribute, isElement, textOf, walk } from "../../pipeline/tree";
import { partTitles } from "../equivalence/rendered-stream";
import { proposeAdmonitions } from "./admonitions";
import { alertIn, budgetIn, delayIn, severityIn } from "./facts";
import { isChecklist, isExpected, isNumberedStep, labelOf, momentOf, plainTitle } from "./labels";
import { type Maker, maker } from "./maker";
import { proposeMatter } from "./matter";
import { type Block, noStructure, type ProposeInput, type Range, type Structure } from "./proposal";
import { rangeOf, stepsIn } from "./steps";
import { type Unit, unitsOf } from "./units";

const tagOf: Partial<Record<Part, ElementName>> = {
  symptoms: "Symptoms",
  causes: "Causes",
  diagnosis: "Diagnosis",
  remediation: "Remediation",
  verification: "Verification",
  escalation: "Escalation",
};

/** The structure that a plain text seems to have, from its headings, labels, lists and tables, in Spanish and English. */
export function proposeStructure(body: string, input: ProposeInput): Structure {
  const tree: Root | null = parse(body, "mdx", report(""));
  if (!tree) return noStructure;
  const make = maker(body, idsOf(tree), input.lineOf, input.lang);
  proposeMatter(tree, make, input);
  for (const unit of unitsOf(tree.children, input.title)) {
    const block = checklistOf(unit, make) ?? triageOf(unit, make) ?? procedureOf(unit, make, input.lang);
    if (block) make.structure.blocks.push(block);
  }
  proposeAdmonitions(tree, make);
  return make.structure;
}

function idsOf(tree: Root): string[] {
  const ids: string[] = [];
  walk(tree, (node) => {
    const id = isElement(node) ? attribute(node, "id") : null;
    if (id) ids.push(id);
    return undefined;
  });
  return ids;
}

/** The range of a unit, and its heading where the title says all of it. */
function frameOf(unit: Unit): { range: Range; title: string; drops: Range[] } | null {
  const first = unit.nodes[0];
  const last = unit.nodes.at(-1);
  if (!first || !last) return null;
  const whole = unit.heading ? plainTitle(unit.heading) : null;
  const title = whole ?? firstLine(unit.title);
  const drops = unit.heading && whole ? [rangeOf(unit.heading)] : [];
  return title ? { range: { start: rangeOf(first).start, end: rangeOf(last).end }, title, drops } : null;
}

function checklistOf(unit: Unit, make: Maker): Block | null {
  const frame = frameOf(unit);
  if (!frame || !unit.heading || !isChecklist(unit.title)) return null;
  const rest = unit.nodes.slice(1);
  const numbered = rest.some((node) => node.type === "heading" && isNumberedStep(textOf(node)));
  if (!numbered && !rest.some((node) => node.type === "list")) return null;
  const block = make.block("Checklist", frame.title, frame.range, "checklist-words", null, frame.drops);
  const when = momentOf(unit.title);
  const within = budgetIn(unit.title);
  if (when) make.attribute(block, "when", when, "checklist-words");
  if (within) make.attribute(block, "within", within, "duration-in-text");
  // A checklist holds steps or a list, whose items are steps by themselves.
  if (numbered) block.children = stepsIn(rest, make, block.proposal, true);
  return block;
}

function triageOf(unit: Unit, make: Maker): Block | null {
  const frame = frameOf(unit);
  const [table, second] = unit.nodes.filter((node) => node.type === "table");
  const runs = unit.nodes.some((node) => node.type === "code" || node.type === "list");
  if (!frame || !unit.heading || table?.type !== "table" || second || runs || table.children.length < 2) return null;
  const head = textOf(table.children[0] ?? table);
  if (!/severi|gravedad|prioridad|priority/i.test(head) || !/s[ií]ntoma|symptom|problem/i.test(head)) return null;
  return make.block("Triage", frame.title, frame.range, "severity-table", null, frame.drops);
}

function procedureOf(unit: Unit, make: Maker, lang: string): Block | null {
  const frame = frameOf(unit);
  if (!frame) return null;
  const before = make.structure.proposals.length;
  const why = unit.heading ? "heading-with-steps" : "page-of-parts";
  const block = make.block("Procedure", frame.title, frame.range, why, null, frame.drops);
  const nodes = unit.heading && labelOf(unit.heading)?.part == null ? unit.nodes.slice(1) : unit.nodes;
  for (const run of runsOf(nodes)) block.children.push(...partBlocks(run, make, block, lang));
  if (!hasStep(block)) {
    make.structure.proposals.splice(before);
    return null;
  }
  const severity = severityIn(unit.title) ?? unit.above.map(severityIn).findLast((one) => one !== null) ?? null;
  const alert = alertIn(unit.title);
  const within = budgetIn(unit.title);
  if (severity) make.attribute(block, "severity", severity, "severity-words");
  if (alert && /^[\w:]+$/.test(alert)) make.attribute(block, "alerts", alert, "alert-name");
  if (within) make.attribute(block, "within", within, "duration-in-text");
  return block;
}

const hasStep = (block: Block): boolean =>
  block.children.some((one) => /^(Step|Decision)$/.test(one.tag) || hasStep(one));

type Run = { part: Part | null; label: RootContent | null; nodes: RootContent[] };

/** Cuts a procedure where a heading or a bold label names its next part. */
function runsOf(nodes: RootContent[]): Run[] {
  const runs: (Run & { depth: number })[] = [{ part: null, label: null, nodes: [], depth: 7 }];
  for (const node of nodes) {
    const current = runs.at(-1);
    const part = labelOf(node)?.part ?? null;
    if (part) runs.push({ part, label: node, nodes: [], depth: node.type === "heading" ? node.depth : 7 });
    else if (node.type === "heading" && isExpected(textOf(node)) && current?.part) current.nodes.push(node);
    else if (node.type === "heading" && current?.part && node.depth <= current.depth && current.depth < 7)
      runs.push({ part: null, label: null, nodes: [node], depth: 7 });
    else current?.nodes.push(node);
  }
  return runs;
}

function partBlocks(run: Run, make: Maker, procedure: Block, lang: string): Block[] {
  const tag = run.part ? tagOf[run.part] : undefined;
  const all = run.label ? [run.label, ...run.nodes] : run.nodes;
  while (all.length > 1 && all.at(-1)?.type === "thematicBreak") all.pop();
  const [first] = all;
  const last = all.at(-1);
  if (!first || !last) return [];
  if (!tag || !run.label) return stepsIn(run.nodes, make, procedure.proposal, false);
  const label = labelOf(run.label);
  const range = { start: rangeOf(first).start, end: rangeOf(last).end };
  const title = partTitles[tag]?.[lang.startsWith("es") ? "es" : "en"];
  // The portal writes this very word above the part.
  const drops = label?.whole && label.text.replace(/\s*[:：]$/, "") === title ? [rangeOf(run.label)] : [];
  const block = make.bare(tag, range, "label", procedure.proposal, { drops });
  const after = tag === "Escalation" ? delayIn(textOf(run.label)) : null;
  if (after) make.attribute(block, "after", after, "duration-in-text");
  if (tag !== "Symptoms" && tag !== "Causes")
    block.children = stepsIn(run.nodes, make, procedure.proposal, tag !== "Escalation");
  return [block];
}
