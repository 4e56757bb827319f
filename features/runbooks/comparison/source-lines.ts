import type { Block } from "./blocks";

/**
 * The line (from 1) of a runbook's text on which each of its blocks begins. Compiled code says nothing of lines, so they are looked
 * up in the text, downwards: a tag by its id, the rest by its first words. A block that is not found takes the line before.
 */
export function sourceLines(blocks: Block[], source: string): Map<Block, number> {
  const lines = source.split("\n");
  const found = new Map<Block, number>();
  let at = Math.max(lines.indexOf("---", 1), 0);
  const visit = (block: Block) => {
    const line = find(lines, at, block);
    if (line !== null) at = line;
    found.set(block, at + 1);
    // What follows a tag stands below it; a paragraph may share its line with the next block.
    for (const inner of block.inside ?? []) visit(inner);
  };
  for (const block of blocks) visit(block);
  return found;
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
