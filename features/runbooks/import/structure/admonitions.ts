import type { Root, RootContent } from "mdast";
import { textOf } from "../../pipeline/tree";
import type { Maker } from "./maker";
import type { Block } from "./proposal";
import { rangeOf } from "./steps";

const opens = /^:::\s*(note|tip|warning|danger)\s*$/;

/** `:::warning` … `:::` of Docusaurus and VitePress as a `Callout`, where both marks stand alone. */
export function proposeAdmonitions(tree: Root, make: Maker): void {
  const nodes = tree.children;
  for (let index = 0; index < nodes.length; index++) {
    const open = nodes[index];
    const type = open?.type === "paragraph" ? opens.exec(textOf(open))?.[1] : undefined;
    const end = type ? nodes.findIndex((node, at) => at > index && isClose(node)) : -1;
    const close = nodes[end];
    if (
      !open ||
      !type ||
      !close ||
      end - index < 2 ||
      nodes.slice(index + 1, end).some((node) => node.type === "heading")
    )
      continue;
    const range = { start: rangeOf(open).start, end: rangeOf(close).end };
    const attributes = [{ name: "type", value: type }];
    const block = make.bare("Callout", range, "admonition", null, {
      attributes,
      drops: [rangeOf(open), rangeOf(close)],
    });
    if (!place(make.structure.blocks, block)) make.structure.proposals.pop();
    index = end;
  }
}

const isClose = (node: RootContent) => node.type === "paragraph" && /^:::+$/.test(textOf(node).trim());

/** Puts a block where its range lies; not where it would cut another one in two. */
function place(blocks: Block[], block: Block): boolean {
  const around = blocks.find((one) => one.start <= block.start && one.end >= block.end);
  if (around) return place(around.children, block);
  if (blocks.some((one) => one.start < block.end && one.end > block.start)) return false;
  blocks.push(block);
  return true;
}
