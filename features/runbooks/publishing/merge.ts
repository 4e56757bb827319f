import { diff3Merge } from "node-diff3";

/** A proposal: never published before a person has seen it. */
export type Merge = {
  text: string;
  /** Places that both changed; `text` holds all three there, between markers that the gate refuses. */
  conflicts: number;
};

export const markers = { mine: "<<<<<<< mine", base: "||||||| base", split: "=======", theirs: ">>>>>>> theirs" };

/**
 * Three-way merge by lines: `mine` and `theirs` both started from `base`. Nothing of either is dropped.
 * @param base null when it is not known any more: then all that differs is one conflict
 */
export function mergeTexts(mine: string, base: string | null, theirs: string): Merge {
  let conflicts = 0;
  const lines = diff3Merge(toLines(mine), toLines(base ?? ""), toLines(theirs), {
    excludeFalseConflicts: true,
  }).flatMap((region) => {
    if (region.ok) return region.ok;
    conflicts += 1;
    const { a, o, b } = region.conflict;
    return [markers.mine, ...a, ...(o.length > 0 ? [markers.base, ...o] : []), markers.split, ...b, markers.theirs];
  });
  return { text: lines.join("\n"), conflicts };
}

// Joined by the line feeds that were split away, so a last line without one stays without one.
const toLines = (text: string) => text.replace(/\r\n?/g, "\n").split("\n");
