import { tokensOf } from "../equivalence/tokens";
import type { Block, Change, Changes, Structure } from "./proposal";

/** The parts of a procedure, one of which may be taken for another. */
export const phases = ["Symptoms", "Causes", "Diagnosis", "Remediation", "Verification", "Escalation"] as const;
const isPhase = (tag: string) => (phases as readonly string[]).includes(tag);
/** Parts that are read: nothing in them is a step of a run. */
const isRead = (tag: string) => /^(Symptoms|Causes)$/.test(tag);

/** The structure as a person changed it: other ids and titles, another phase. What no block has is left out. */
export function changed(structure: Structure, changes: Changes): Structure {
  if (Object.keys(changes).length === 0) return structure;
  return { ...structure, blocks: structure.blocks.map((block) => changedBlock(block, changes)) };
}

function changedBlock(block: Block, changes: Changes): Block {
  const change = changes[block.key] ?? {};
  const children = block.children.map((child) => changedBlock(child, changes));
  const retitled = withTitle({ ...block, children }, change);
  const moved = change.tag && isPhase(block.tag) && isPhase(change.tag) ? inPhase(retitled, change.tag) : retitled;
  if (block.tag !== "Step" || change.kind !== "change") return moved;
  return { ...moved, attributes: [...moved.attributes, { name: "kind", value: "change" }] };
}

function withTitle(block: Block, { id, title }: Change): Block {
  const attributes = block.attributes.map((one) => {
    if (one.name === "id" && id?.trim()) return { ...one, value: id.trim() };
    if (/^(title|question)$/.test(one.name) && title?.trim()) return { ...one, value: title.trim() };
    return one;
  });
  const before = block.attributes.find((one) => /^(title|question)$/.test(one.name))?.value ?? "";
  // What stood there goes on standing there, unless the new title says all of it.
  const drops = title?.trim() && !holds(title, before) ? (block.dropsIfRenamed ?? block.drops) : block.drops;
  return { ...block, attributes, drops };
}

/** Whether all words and signs of the one are in the other, in order. */
function holds(title: string, before: string): boolean {
  const words = tokensOf(title, 0).map(({ text }) => text);
  let at = 0;
  return tokensOf(before, 0).every(({ text }) => {
    at = words.indexOf(text, at) + 1;
    return at > 0;
  });
}

function inPhase(block: Block, tag: Block["tag"]): Block {
  if (tag === block.tag) return block;
  return {
    ...block,
    tag,
    // The portal writes another word above it now, so that its own stays.
    drops: [],
    attributes: block.attributes.filter(({ name }) => name !== "after"),
    children: isRead(tag) ? [] : block.children,
  };
}
