import { diffIndices } from "node-diff3";

/** A part of a three-way merge, in whole lines. `base` is what stood there before. */
export type Region =
  | { kind: "same"; lines: string[] }
  /** One of both changed it, or both in the same way. */
  | { kind: "mine" | "theirs" | "agreed"; lines: string[]; base: string[] }
  | { kind: "conflict"; mine: string[]; base: string[]; theirs: string[] };

/** What a person says of a conflict; a text is their own. */
export type Choice = "mine" | "theirs" | "both" | { text: string };

const toLines = (text: string) => text.replace(/\r\n?/g, "\n").split("\n");

/** A change of one side: where in the base, and where in its own text. */
type Hunk = { side: "mine" | "theirs"; from: number; to: number; start: number; end: number };

/**
 * What each of two texts changed of what both came from, part by part, so that a person sees what comes from whom. Settles what
 * `mergeTexts` settles, by the same rule: changes that touch each other are a conflict, unless they say the same.
 * @param base null when it is not known any more: then what differs is in conflict
 */
export function mergeRegions(mine: string, base: string | null, theirs: string): Region[] {
  const [old, texts] = [toLines(base ?? ""), { mine: toLines(mine), theirs: toLines(theirs) }];
  const hunks = [...hunksOf("mine", old, texts.mine), ...hunksOf("theirs", old, texts.theirs)];
  hunks.sort((one, other) => one.from - other.from);
  const regions: Region[] = [];
  let at = 0;
  for (let index = 0; index < hunks.length; ) {
    const group = touching(hunks, index);
    index += group.length;
    const from = group[0]?.from ?? 0;
    const to = Math.max(...group.map((hunk) => hunk.to));
    if (from > at) regions.push({ kind: "same", lines: old.slice(at, from) });
    regions.push(regionOf(group, texts, old.slice(from, to), from, to));
    at = to;
  }
  if (at < old.length) regions.push({ kind: "same", lines: old.slice(at) });
  return regions;
}

const hunksOf = (side: Hunk["side"], old: string[], text: string[]): Hunk[] =>
  diffIndices(old, text).map(({ buffer1: [from, length], buffer2: [start, count] }) => ({
    side,
    from,
    to: from + length,
    start,
    end: start + count,
  }));

/** The change at `index` with those that follow without a line between them. */
function touching(hunks: Hunk[], index: number): Hunk[] {
  const group = hunks.slice(index, index + 1);
  let end = group[0]?.to ?? 0;
  for (const hunk of hunks.slice(index + 1)) {
    if (hunk.from > end) break;
    group.push(hunk);
    end = Math.max(end, hunk.to);
  }
  return group;
}

type Texts = Record<Hunk["side"], string[]>;

function regionOf(group: Hunk[], texts: Texts, base: string[], from: number, to: number): Region {
  const [only] = group;
  if (group.length === 1 && only) return { kind: only.side, lines: texts[only.side].slice(only.start, only.end), base };
  /** The same stretch of the base as one side has it. */
  const stretch = (side: Hunk["side"]) => {
    const own = group.filter((hunk) => hunk.side === side);
    const [first, last] = [own[0], own.at(-1)];
    return first && last ? texts[side].slice(first.start - (first.from - from), last.end + (to - last.to)) : base;
  };
  const [mine, theirs] = [stretch("mine"), stretch("theirs")];
  const agree = mine.length === theirs.length && mine.every((line, place) => line === theirs[place]);
  return agree ? { kind: "agreed", lines: mine, base } : { kind: "conflict", mine, base, theirs };
}

export const conflictsIn = (regions: Region[]): number => regions.filter(({ kind }) => kind === "conflict").length;

/**
 * The text that the choices make of a merge.
 * @param choices by the number of the conflict, from 0
 * @returns null while a conflict is open
 */
export function resolved(regions: Region[], choices: ReadonlyMap<number, Choice>): string | null {
  let conflict = -1;
  const lines: string[] = [];
  for (const region of regions) {
    if (region.kind !== "conflict") {
      lines.push(...region.lines);
      continue;
    }
    conflict += 1;
    const choice = choices.get(conflict);
    if (choice === undefined) return null;
    lines.push(...chosenLines(region, choice));
  }
  return lines.join("\n");
}

type Conflict = Extract<Region, { kind: "conflict" }>;

/** The lines that a choice leaves; one's own text may be empty. */
export function chosenLines({ mine, theirs }: Conflict, choice: Choice): string[] {
  if (choice === "mine") return mine;
  if (choice === "theirs") return theirs;
  if (choice === "both") return [...mine, ...theirs];
  return choice.text === "" ? [] : toLines(choice.text);
}
