import type { List, Paragraph, RootContent } from "mdast";
import { textOf } from "../../pipeline/tree";
import { labelOf, plainTitle } from "./labels";
import type { Maker } from "./maker";
import type { Block, FoundDecision } from "./proposal";

// "Si no, …" and "Otherwise, …" need no colon; of a condition only a colon or an arrow says where it ends.
const otherwise =
  /^(si no|en caso contrario|de lo contrario|en otro caso|otherwise|else|if not)(?!\p{L})\s*(?:→|⇒|->|=>|:|,|–|—)/iu;
const condition = /^((?:si|cuando|en caso de(?: que)?|if|when|in case(?: of)?)\s[^:→⇒\n]{2,150}?)\s*(?:→|⇒|->|=>|:)/iu;

const isText = (node: RootContent | undefined): node is Paragraph => node?.type === "paragraph";
const startOf = (node: RootContent) => node.position?.start.offset ?? 0;
const endOf = (node: RootContent) => node.position?.end.offset ?? 0;

/** The condition that a paragraph begins with, e.g. `If the disk is full`, `Si no`. */
function conditionOf(node: RootContent | undefined): { label: string; last: boolean } | null {
  if (!isText(node)) return null;
  const text = textOf(node);
  const other = otherwise.exec(text)?.[1];
  const label = other ?? condition.exec(text)?.[1];
  return label ? { label: label.replace(/\s+/g, " ").trim(), last: other !== undefined } : null;
}

type Lead = RootContent | undefined;

/**
 * A decision whose answers are a list of conditions: `- If X: …`, `- Otherwise: …`.
 * @param lead the block before it, which may ask the question
 */
export function alternativesOfList(list: List, lead: Lead, make: Maker, needs: string): Block | null {
  const found = list.children.map((item) => conditionOf(item.children[0]));
  if (!isDecision(found)) return null;
  const options = list.children.map((item, index) => ({
    label: found[index]?.label ?? "",
    start: item.position?.start.offset ?? 0,
    end: item.position?.end.offset ?? 0,
    contentAt: item.children[0] ? startOf(item.children[0]) : 0,
  }));
  return make.decision(asked(lead, startOf(list), endOf(list), options, make), needs);
}

/**
 * A decision whose answers are paragraphs, each with what stands under it: `If X: …`, `Otherwise, …`.
 * @returns the block and how many nodes it takes
 */
export function alternativesAt(
  nodes: RootContent[],
  index: number,
  lead: Lead,
  make: Maker,
  needs: string,
): { block: Block; count: number } | null {
  if (!conditionOf(nodes[index])) return null;
  const starts: number[] = [];
  let end = index;
  for (let at = index; at < nodes.length; at++) {
    const node = nodes[at];
    if (!node || node.type === "heading" || node.type === "thematicBreak" || labelOf(node)?.part) break;
    if (conditionOf(node)) starts.push(at);
    else if (node.type === "paragraph" && conditionOf(nodes[starts.at(-1) ?? at])?.last) break;
    else if (node.type === "paragraph" && !laterCondition(nodes, at)) break;
    end = at + 1;
  }
  const found = starts.map((at) => conditionOf(nodes[at]));
  if (!isDecision(found)) return null;
  const options = starts.flatMap((at, place) => {
    const first = nodes[at];
    const last = nodes[(starts[place + 1] ?? end) - 1];
    if (!first || !last) return [];
    return [{ label: found[place]?.label ?? "", start: startOf(first), end: endOf(last), contentAt: startOf(first) }];
  });
  const [first] = options;
  const last = options.at(-1);
  if (!first || !last) return null;
  return {
    block: make.decision(asked(lead, first.start, last.end, options, make), needs),
    count: end - index,
  };
}

/** Whether another condition follows before anything that would end the decision. */
function laterCondition(nodes: RootContent[], from: number): boolean {
  for (const node of nodes.slice(from + 1)) {
    if (node.type === "heading" || node.type === "thematicBreak") return false;
    if (node.type === "paragraph") return conditionOf(node) !== null;
  }
  return false;
}

/** Two at least, of which one is a condition, and what applies otherwise comes last. */
const isDecision = (found: ({ last: boolean } | null)[]) =>
  found.length >= 2 && found.every((one, index) => one !== null && (!one.last || index === found.length - 1));

function asked(lead: Lead, start: number, end: number, options: FoundDecision["options"], make: Maker): FoundDecision {
  const question = isText(lead) && /[?:：]\s*$/.test(textOf(lead)) && !labelOf(lead)?.part ? plainTitle(lead) : null;
  if (lead && question)
    return {
      question,
      start: startOf(lead),
      end,
      answersAt: start,
      questionAt: startOf(lead),
      options,
      conditions: true,
    };
  return { question: make.whichCase, start, end, answersAt: start, questionAt: start, options, conditions: true };
}
