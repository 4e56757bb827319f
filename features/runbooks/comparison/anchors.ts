import type { Row } from "./align";
import type { Block } from "./blocks";
import type { Comparison } from "./comparison";
import type { Lines } from "./source-lines";

/** Lines of one of the two texts that a change is about. */
export type Anchor = { side: "before" | "after"; from: number; to: number };

/** What one row is about, by lines; nothing for what did not change. The new text comes first. */
export function rowAnchors(row: Row, lines: Map<Block, Lines>): Anchor[] {
  const anchor = (side: Anchor["side"], block: Block, whole: boolean): Anchor[] => {
    const found = lines.get(block);
    return found ? [{ side, from: found.from, to: whole ? found.end : found.to }] : [];
  };
  switch (row.kind) {
    case "same":
      return [];
    case "added":
      return anchor("after", row.after, true);
    case "removed":
      return anchor("before", row.before, true);
    case "changed":
      return [...anchor("after", row.after, true), ...anchor("before", row.before, true)];
    case "opened":
      if (!row.headChanged) return [];
      return [...anchor("after", row.after, false), ...anchor("before", row.before, false)];
  }
}

/** All lines that the changes of a comparison are about. */
export function anchorsOf({ rows, lines }: Pick<Comparison, "rows" | "lines">): Anchor[] {
  return rows.flatMap((row) => [
    ...rowAnchors(row, lines),
    ...(row.kind === "opened" ? anchorsOf({ rows: row.rows, lines }) : []),
  ]);
}
