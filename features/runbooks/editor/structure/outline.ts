import { blocksOf } from "./blocks";
import { attributeOf, type Mark } from "./marks";

export type OutlineKind =
  | "frontMatter"
  | "heading"
  | "procedure"
  | "checklist"
  | "triage"
  | "phase"
  | "step"
  | "decision";

/** A place worth going to. `to` is where it ends; beyond every text while it is not closed. */
export type OutlineEntry = {
  kind: OutlineKind;
  /** As written; empty where its kind or `name` is all there is to say. */
  title: string;
  /** The tag, e.g. `Diagnosis`; empty for what is none. */
  name: string;
  id: string | null;
  depth: number;
  from: number;
  to: number;
  /** It changes something. */
  changes: boolean;
};

const kinds: Record<string, OutlineKind> = {
  Procedure: "procedure",
  Checklist: "checklist",
  Triage: "triage",
  Diagnosis: "phase",
  Remediation: "phase",
  Verification: "phase",
  Escalation: "phase",
  Step: "step",
  Decision: "decision",
};

const made = new WeakMap<Mark[], OutlineEntry[]>();

/** The shape of a text in order: headings outside of procedures, procedures with their phases, steps and questions. */
export function outlineOf(marks: Mark[]): OutlineEntry[] {
  const ready = made.get(marks);
  if (ready) return ready;
  const entries: OutlineEntry[] = [];
  const depths = new Map<unknown, number>();
  for (const block of blocksOf(marks).all) {
    const kind = kinds[block.name];
    let parent = block.parent;
    while (parent && !depths.has(parent)) parent = parent.parent;
    if (!kind) continue;
    const depth = parent ? (depths.get(parent) ?? 0) + 1 : 0;
    depths.set(block, depth);
    const title = attributeOf(block.open, "title") ?? attributeOf(block.open, "question") ?? "";
    const changes = kind === "step" && attributeOf(block.open, "kind") === "change";
    const { name, from, to } = block;
    entries.push({ kind, title, name, id: attributeOf(block.open, "id"), depth, from, to, changes });
  }
  const plain = { name: "", id: null, changes: false };
  const holders = entries.filter(({ depth }) => depth === 0);
  let held = 0;
  for (const mark of marks) {
    const { from, to } = mark;
    if (mark.kind === "frontMatter") entries.push({ ...plain, kind: "frontMatter", title: "", depth: 0, from, to });
    if (mark.kind !== "heading") continue;
    while ((holders[held]?.to ?? from) < from) held += 1;
    if ((holders[held]?.from ?? from) < from) continue;
    entries.push({ ...plain, kind: "heading", title: mark.title, depth: Math.max(0, mark.depth - 2), from, to });
  }
  entries.sort((a, b) => a.from - b.from);
  made.set(marks, entries);
  return entries;
}

/** The entries around an offset, the outermost first. */
export const pathTo = (entries: OutlineEntry[], offset: number): OutlineEntry[] =>
  entries.filter(({ from, to }) => from <= offset && offset < Math.max(to, from + 1));

/** How many problems each entry holds itself, not counting those of entries inside it. */
export function countProblems(entries: OutlineEntry[], offsets: number[]): Map<OutlineEntry, number> {
  const counts = new Map<OutlineEntry, number>();
  for (const offset of offsets) {
    const holder = pathTo(entries, offset).at(-1);
    if (holder) counts.set(holder, (counts.get(holder) ?? 0) + 1);
  }
  return counts;
}
