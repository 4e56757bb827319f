import type { Code, List, ListItem, Paragraph, RootContent } from "mdast";
import { isCommand } from "../../command";
import { firstLine, stepTitle } from "../../pipeline/anchors";
import { textOf } from "../../pipeline/tree";
import { alternativesAt, alternativesOfList } from "./alternatives";
import { decisionIn } from "./decisions";
import { budgetIn } from "./facts";
import { cutFence } from "./fences";
import { isExpected, isNumberedStep, labelOf, plainTitle } from "./labels";
import type { Maker } from "./maker";
import type { Block, Range, Reason } from "./proposal";

export type Phase = "read" | "act" | null;
type Found = { title: string; range: Range; drops: Range[]; mark?: Range; why: Reason };

export const rangeOf = (node: RootContent): Range => ({
  start: node.position?.start.offset ?? 0,
  end: node.position?.end.offset ?? 0,
});

/** The steps of a stretch of a procedure. `acts` says that points of a list are done there, not only read. */
export function stepsIn(nodes: RootContent[], make: Maker, needs: string, acts: boolean): Block[] {
  const blocks: Block[] = [];
  let last: Block | null = null;
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index];
    if (!node) break;
    const label = labelOf(node);
    if (label && isExpected(label.text) && last?.tag === "Step") {
      const end = endOfLabelled(nodes, index);
      expect(last, nodes.slice(index, end), make);
      index = end - 1;
      continue;
    }
    const decision = node.type === "list" ? decisionIn(node, make, needs) : null;
    const before = (blocks.at(-1)?.end ?? -1) > rangeOf(nodes[index - 1] ?? node).start ? undefined : nodes[index - 1];
    const alternatives = node.type === "list" ? alternativesOfList(node, before, make, needs) : null;
    const spoken = alternativesAt(nodes, index, before, make, needs);
    const decisions = decision ?? (alternatives ? [alternatives] : spoken ? [spoken.block] : null);
    if (decisions) {
      blocks.push(...decisions);
      last = null;
      index += decision || alternatives || !spoken ? 0 : spoken.count - 1;
      continue;
    }
    if (node.type === "list") {
      const followers = loneItem(node) ? followersOf(nodes, index) : [];
      const steps = listSteps(node, followers, make, needs, acts);
      blocks.push(...steps);
      last = steps.at(-1) ?? null;
      index += steps.length > 0 ? followers.length : 0;
      continue;
    }
    const led = ledStep(nodes, index, acts);
    if (led) {
      last = step(led.found, make, needs);
      blocks.push(last);
      index += led.count - 1;
      continue;
    }
    if (node.type === "code" && isCommand(node.lang, node.meta)) {
      const steps = commandSteps(node, make, needs);
      blocks.push(...steps);
      last = steps.at(-1) ?? null;
    } else if (node.type === "heading" || node.type === "thematicBreak") last = null;
  }
  return blocks;
}

function step(found: Found, make: Maker, needs: string): Block {
  const { title, range, drops, mark, why } = found;
  const block = make.block("Step", title, range, why, needs, drops, mark ? [mark] : []);
  const within = budgetIn(title);
  if (within) make.attribute(block, "within", within, "duration-in-text");
  return block;
}

/** What a label says is expected of the step before it. */
function expect(last: Block, nodes: RootContent[], make: Maker): void {
  const end = nodes.at(-1);
  if (!nodes[0] || !end) return;
  const range = { start: rangeOf(nodes[0]).start, end: rangeOf(end).end };
  last.children.push(make.bare("Expect", range, "expected-label", last.proposal));
  last.end = range.end;
}

function endOfLabelled(nodes: RootContent[], from: number): number {
  const end = nodes.findIndex(
    (node, index) => index > from && (labelOf(node) !== null || node.type === "thematicBreak"),
  );
  return end < 0 ? nodes.length : end;
}

const loneItem = (list: List) => list.ordered === true && list.children.length === 1;

/** Fences that were not indented break a numbered list into lists of one: what follows such an item, if it holds code. */
function followersOf(nodes: RootContent[], index: number): RootContent[] {
  const end = nodes.findIndex(
    (node, at) => at > index && (/^(list|heading|thematicBreak)$/.test(node.type) || labelOf(node) !== null),
  );
  const rest = nodes.slice(index + 1, end < 0 ? undefined : end);
  return rest.some((node) => node.type === "code") ? rest : [];
}

function listSteps(list: List, followers: RootContent[], make: Maker, needs: string, acts: boolean): Block[] {
  const isTask = list.children.some((item) => typeof item.checked === "boolean");
  const isDone = list.ordered || isTask || acts;
  if (isContents(list)) return [];
  const found = list.children.map((item) => {
    const runs = item.children.some((child) => child.type === "code" && isCommand(child.lang, child.meta));
    return isDone || runs ? itemStep(item, list.ordered || isTask ? "numbered-item" : "action-item") : null;
  });
  // A list is done as a whole or not at all: points between steps would be read as a list of their own.
  if (found.some((one) => one === null)) return [];
  const last = followers.at(-1);
  return found.flatMap((one) => {
    if (!one) return [];
    const range = last ? { start: one.range.start, end: rangeOf(last).end } : one.range;
    return [step({ ...one, range }, make, needs)];
  });
}

function itemStep(item: ListItem, why: Reason): Found | null {
  const first = item.children[0];
  if (!first) return null;
  const range = rangeOf(item);
  const start = rangeOf(first);
  const title = plainTitle(first);
  const mark = { start: range.start, end: start.start };
  if (title !== null) return { title, range, drops: [{ start: range.start, end: start.end }], mark, why };
  const shown = stepTitle(firstLine(textOf(first)));
  return shown && first.type === "paragraph" ? { title: shown, range, drops: [mark], mark, why } : null;
}

/** A table of contents is a list of links, not of things to do. */
function isContents(list: List): boolean {
  return list.children.every((item) => {
    const [first] = item.children;
    return first?.type === "paragraph" && first.children.every((one) => one.type === "link");
  });
}

/** A line or heading that leads to a command: `1️⃣ **Immediate** (< 30 s):`, `#### Error: port in use`. */
function ledStep(nodes: RootContent[], index: number, acts: boolean): { found: Found; count: number } | null {
  const node = nodes[index];
  if (!node) return null;
  const title = plainTitle(node);
  if (title === null) return null;
  const isHeading =
    node.type === "heading" && labelOf(node)?.part === null && (acts || isNumberedStep(title) || node.depth > 3);
  if (!isHeading && !(node.type === "paragraph" && leads(node))) return null;
  const rest = nodes.slice(index + 1);
  const stop = rest.findIndex((one, at) =>
    isHeading ? one.type === "heading" || labelOf(one)?.part : at > 0 && endsLed(one),
  );
  const content = rest.slice(0, stop < 0 ? undefined : stop);
  const expected = content.findIndex((one) => isExpected(labelOf(one)?.text ?? ""));
  const own = expected > 0 ? content.slice(0, expected) : content;
  while (own.at(-1)?.type === "thematicBreak") own.pop();
  const isDone = isHeading
    ? own.some((one) => one.type === "code" || one.type === "list" || isNumberedStep(title))
    : own[0]?.type === "code";
  const last = own.at(-1);
  if (!isDone || !last) return null;
  const lead = rangeOf(node);
  const found: Found = {
    title,
    range: { start: lead.start, end: rangeOf(last).end },
    drops: [lead],
    why: isHeading ? "step-heading" : "lead-and-code",
  };
  return { found, count: own.length + 1 };
}

function leads(node: Paragraph): boolean {
  const text = textOf(node);
  const label = labelOf(node);
  if (label?.part || (label && isExpected(label.text))) return false;
  return /[:：]\s*$/.test(text) || (label?.whole ?? false) || /^[0-9]\uFE0F?\u20E3/.test(text);
}

/** What ends the code under a leading line: anything that begins something new. */
const endsLed = (node: RootContent) =>
  node.type !== "code" && !(node.type === "paragraph" && labelOf(node) === null && !leads(node));

function commandSteps(code: Code, make: Maker, needs: string): Block[] {
  const pieces = cutFence(code, make.body);
  if (pieces.length > 1) return make.cut(pieces, needs);
  const lines = code.value.split("\n").map((line) => line.trim());
  const comment = lines
    .map((line) => /^(?:#|--)\s*(?:\d+[.)]\s*)?(\S.*)$/.exec(line)?.[1])
    .find((one) => one && !one.startsWith("!"));
  const title = firstLine(comment ?? lines.find((line) => line !== "") ?? "") || "…";
  return [step({ title, range: rangeOf(code), drops: [], why: "command" }, make, needs)];
}
