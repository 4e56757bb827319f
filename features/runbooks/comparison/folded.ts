import type { Row } from "./align";
import type { Block } from "./blocks";

export type FoldedPart = { kind: "fold"; blocks: Block[] } | { kind: "row"; row: Row };

/** Rows with each stretch of unchanged ones as one part. */
export function folded(rows: Row[]): FoldedPart[] {
  const parts: FoldedPart[] = [];
  for (const row of rows) {
    const last = parts.at(-1);
    if (row.kind !== "same") parts.push({ kind: "row", row });
    else if (last?.kind === "fold") last.blocks.push(row.after);
    else parts.push({ kind: "fold", blocks: [row.after] });
  }
  return parts;
}
