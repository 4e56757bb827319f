/** A line of the text (from 1) and where the page shows it, in pixels from its top. */
export type Anchor = { line: number; y: number };

/** Sorted by line, without those that the page shows above an earlier line, such as symptoms that it moves to the top. */
export function ascending(anchors: Anchor[]): Anchor[] {
  const sorted = anchors.toSorted((one, other) => one.line - other.line || one.y - other.y);
  const kept: Anchor[] = [];
  for (const anchor of sorted) {
    const last = kept.at(-1);
    if (!last || (anchor.line > last.line && anchor.y >= last.y)) kept.push(anchor);
  }
  return kept;
}

/** Where the page shows a line, between the anchors around it. */
export const yOf = (anchors: Anchor[], line: number): number => between(anchors, line, "line", "y");

/** The line that the page shows at a height. */
export const lineAtY = (anchors: Anchor[], y: number): number => between(anchors, y, "y", "line");

function between(anchors: Anchor[], at: number, from: keyof Anchor, to: keyof Anchor): number {
  const after = anchors.findIndex((anchor) => anchor[from] > at);
  const [low, high] = [anchors[after < 0 ? anchors.length - 1 : after - 1], anchors[after]];
  if (!low) return anchors[0]?.[to] ?? 0;
  if (!high) return low[to];
  const part = (at - low[from]) / (high[from] - low[from]);
  return low[to] + part * (high[to] - low[to]);
}
