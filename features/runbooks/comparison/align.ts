import { diffArrays } from "diff";
import type { Block } from "./blocks";
import { likeness } from "./likeness";

/** A line of a comparison: what stood there before, and what stands there now. */
export type Row =
  | { kind: "same"; before: Block; after: Block }
  | { kind: "changed"; before: Block; after: Block }
  /** The block stands elsewhere now: it is shown as taken away at one place and put at the other. */
  | { kind: "added"; after: Block; moved: boolean }
  | { kind: "removed"; before: Block; moved: boolean }
  /** Something inside changed: its own attributes, or some of what it holds. */
  | { kind: "opened"; before: Block; after: Block; headChanged: boolean; rows: Row[] };

/** How alike two blocks without a common id have to be to be the same one, changed: 1 is equal. */
const threshold = 0.4;
/** Above so many pairs, blocks are taken in order: nobody compares so many by eye. */
const mostPairs = 40_000;

/** Aligns two documents block by block: what is equal stays in line, between that the most alike are put side by side. */
export function align(before: Block[], after: Block[]): Row[] {
  const rows: Row[] = [];
  let [old, fresh]: [Block[], Block[]] = [[], []];
  let [at, now] = [0, 0];
  const flush = () => {
    rows.push(...paired(old, fresh));
    [old, fresh] = [[], []];
  };
  const signatures = (blocks: Block[]) => blocks.map(({ signature }) => signature);
  for (const part of diffArrays(signatures(before), signatures(after))) {
    const count = part.value.length;
    if (part.removed) old.push(...before.slice(at, at + count));
    else if (part.added) fresh.push(...after.slice(now, now + count));
    else {
      flush();
      for (let i = 0; i < count; i += 1)
        rows.push({ kind: "same", before: before[at + i] as Block, after: after[now + i] as Block });
    }
    if (!part.added) at += count;
    if (!part.removed) now += count;
  }
  flush();
  return markMoved(rows);
}

/** Puts the blocks of a gap side by side, in order, so that as much as possible of them is alike. */
function paired(old: Block[], fresh: Block[]): Row[] {
  if (old.length * fresh.length > mostPairs) return [...old.map(removed), ...fresh.map(added)];
  const score = old.map((one) => fresh.map((other) => pairScore(one, other)));
  // best[i][j]: the most that the blocks from i and j on have in common.
  const best = Array.from({ length: old.length + 1 }, () => new Array<number>(fresh.length + 1).fill(0));
  const value = (i: number, j: number) => best[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      const pair = score[i]?.[j] ?? 0;
      const row = best[i];
      if (row) row[j] = Math.max(value(i + 1, j), value(i, j + 1), pair > 0 ? pair + value(i + 1, j + 1) : 0);
    }
  const rows: Row[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    const [one, other] = [old[i], fresh[j]];
    const pair = score[i]?.[j] ?? 0;
    if (one && other && pair > 0 && value(i, j) === pair + value(i + 1, j + 1)) {
      rows.push(changed(one, other));
      i += 1;
      j += 1;
    } else if (one && (!other || value(i, j) === value(i + 1, j))) {
      rows.push(removed(one));
      i += 1;
    } else if (other) {
      rows.push(added(other));
      j += 1;
    }
  }
  return rows;
}

/** 0 for blocks that are not the same one. An id is stable (FORMAT.md), so it counts for more than any likeness. */
function pairScore(one: Block, other: Block): number {
  if (one.name !== other.name) return 0;
  if (one.id !== null && one.id === other.id) return 2;
  const alike = likeness(one.text, other.text);
  // A procedure has a phase of a kind once, so whatever is in it now, it is the same phase.
  if (one.id === null && one.inside) return Math.max(alike, threshold);
  return alike >= threshold ? alike : 0;
}

const removed = (before: Block): Row => ({ kind: "removed", before, moved: false });
const added = (after: Block): Row => ({ kind: "added", after, moved: false });

function changed(before: Block, after: Block): Row {
  if (!before.inside || !after.inside) return { kind: "changed", before, after };
  const headChanged = before.attributes.join("\n") !== after.attributes.join("\n");
  return { kind: "opened", before, after, headChanged, rows: align(before.inside, after.inside) };
}

/** A block that is gone here and new there, by its id or being equal, was moved. */
function markMoved(rows: Row[]): Row[] {
  const keyOf = ({ name, id, signature }: Block) => (id === null ? signature : `${name}#${id}`);
  const gone = new Set(rows.flatMap((row) => (row.kind === "removed" ? [keyOf(row.before)] : [])));
  const come = new Set(rows.flatMap((row) => (row.kind === "added" ? [keyOf(row.after)] : [])));
  return rows.map((row) => {
    if (row.kind === "removed") return { ...row, moved: come.has(keyOf(row.before)) };
    if (row.kind === "added") return { ...row, moved: gone.has(keyOf(row.after)) };
    return row;
  });
}

/** How many places of a comparison changed. */
export const changesIn = (rows: Row[]): number =>
  rows.reduce((sum, row) => {
    if (row.kind === "opened") return sum + Number(row.headChanged) + changesIn(row.rows);
    return sum + Number(row.kind !== "same");
  }, 0);
