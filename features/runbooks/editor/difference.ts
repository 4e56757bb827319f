import { diffWordsWithSpace, structuredPatch } from "diff";

export type DifferenceLine = {
  kind: "same" | "added" | "removed";
  /** Line numbers before and after; null where the line is not. */
  before: number | null;
  after: number | null;
  /** The line in pieces; `changed` ones are the words that differ from the line that it replaces. */
  pieces: { text: string; changed: boolean }[];
};

export type Difference = {
  hunks: DifferenceLine[][];
  added: number;
  removed: number;
  /** The texts differ too much to be compared line by line in reasonable time: one hunk holds both as a whole. */
  coarse: boolean;
};

/** Milliseconds that a comparison may take. */
const timeout = 2_000;

/**
 * What changed between two texts, line by line as `git diff` shows it, with the words marked inside changed lines.
 * @param context lines shown around a change
 */
export function difference(before: string, after: string, context = 3): Difference {
  const patch = structuredPatch("", "", before, after, "", "", { context, timeout });
  if (!patch) return coarse(before, after);
  const hunks = patch.hunks.map((hunk) => numbered(hunk.lines, hunk.oldStart, hunk.newStart));
  return { ...counted(hunks.map(markWords)), coarse: false };
}

function numbered(lines: string[], oldStart: number, newStart: number): DifferenceLine[] {
  let [before, after] = [oldStart, newStart];
  return lines
    .filter((line) => !line.startsWith("\\"))
    .map((line): DifferenceLine => {
      const pieces = [{ text: line.slice(1), changed: false }];
      if (line.startsWith("+")) return { kind: "added", before: null, after: after++, pieces };
      if (line.startsWith("-")) return { kind: "removed", before: before++, after: null, pieces };
      return { kind: "same", before: before++, after: after++, pieces };
    });
}

/** Within a block of removed lines followed by added ones, the nth of each are compared word by word. */
function markWords(lines: DifferenceLine[]): DifferenceLine[] {
  const marked = [...lines];
  for (let start = 0; start < marked.length; ) {
    const removed = span(marked, start, "removed");
    const added = span(marked, start + removed, "added");
    for (let i = 0; i < Math.min(removed, added); i += 1) {
      const [old, fresh] = [marked[start + i], marked[start + removed + i]];
      if (!old || !fresh) continue;
      const pair = words(textOf(old), textOf(fresh));
      if (!pair) continue;
      marked[start + i] = { ...old, pieces: pair.before };
      marked[start + removed + i] = { ...fresh, pieces: pair.after };
    }
    start += Math.max(removed + added, 1);
  }
  return marked;
}

const textOf = (line: DifferenceLine) => line.pieces.map((piece) => piece.text).join("");

function span(lines: DifferenceLine[], from: number, kind: DifferenceLine["kind"]): number {
  let length = 0;
  while (lines[from + length]?.kind === kind) length += 1;
  return length;
}

/** Null where the lines have little in common: marking everything marks nothing. */
function words(before: string, after: string) {
  if (before.length + after.length > 4_000) return null;
  const parts = diffWordsWithSpace(before, after);
  const common = parts.filter((part) => !part.added && !part.removed).reduce((sum, part) => sum + part.value.length, 0);
  if (common * 3 < Math.max(before.length, after.length)) return null;
  const piecesOf = (own: "added" | "removed", other: "added" | "removed") =>
    parts.filter((part) => !part[other]).map((part) => ({ text: part.value, changed: Boolean(part[own]) }));
  return { before: piecesOf("removed", "added"), after: piecesOf("added", "removed") };
}

function counted(hunks: DifferenceLine[][]) {
  const count = (kind: DifferenceLine["kind"]) => hunks.flat().filter((line) => line.kind === kind).length;
  return { hunks, added: count("added"), removed: count("removed") };
}

function coarse(before: string, after: string): Difference {
  const all = (text: string, sign: string) => text.split("\n").map((line) => sign + line);
  return { ...counted([numbered([...all(before, "-"), ...all(after, "+")], 1, 1)]), coarse: true };
}
