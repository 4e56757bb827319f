import type { Block } from "./blocks";

/** Lines (from 1) of a text: from where a block begins to where the next one does, and to the end of all that it holds. */
export type Lines = { from: number; to: number; end: number };

/**
 * The lines of a runbook's text that each of its blocks takes. Compiled code says nothing of lines, so they are looked up in the text,
 * downwards: a tag by its id, the rest by its first words. A block that is not found takes the line before.
 */
export function sourceLines(blocks: Block[], source: string): Map<Block, Lines> {
  const lines = source.split("\n");
  const order: { block: Block; from: number; inside: number }[] = [];
  let at = Math.max(lines.indexOf("---", 1), 0);
  const visit = (block: Block) => {
    const line = find(lines, at, block);
    if (line !== null) at = line;
    const entry = { block, from: at + 1, inside: 0 };
    order.push(entry);
    for (const inner of block.inside ?? []) visit(inner);
    entry.inside = order.length;
  };
  for (const block of blocks) visit(block);
  const before = (index: number, from: number) => Math.max((order[index]?.from ?? lines.length + 1) - 1, from);
  return new Map(
    order.map(({ block, from, inside }, index) => [
      block,
      { from, to: before(index + 1, from), end: before(inside, from) },
    ]),
  );
}

function find(lines: string[], from: number, block: Block): number | null {
  const tag = block.id === null ? null : new RegExp(`\\bid=["']${escaped(block.id)}["']`);
  const opening = new RegExp(`<${escaped(block.name)}\\b`);
  const words = firstWords(block.text);
  const tests: ((line: string) => boolean)[] = [
    ...(tag ? [(line: string) => tag.test(line)] : []),
    ...(/^[A-Z]/.test(block.name) && block.inside ? [(line: string) => opening.test(line)] : []),
    ...(words ? [(line: string) => plain(line).includes(words)] : []),
  ];
  for (const matches of tests) {
    const line = lines.findIndex((text, index) => index >= from && matches(text));
    if (line >= 0) return line;
  }
  return null;
}

/** The first words of a text without what Markdown may have put between them in the source. */
function firstWords(text: string): string {
  const first = text.split("\n").find((line) => plain(line) !== "");
  return plain(first ?? "").slice(0, 24);
}

const plain = (text: string) => text.replaceAll(/[^\p{L}\p{N}]+/gu, "");
const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
