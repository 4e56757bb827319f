import type { Text } from "@codemirror/state";
import type { Problem } from "../../artifact";
import { distance } from "../../pipeline/suggest";
import type { AuthorLanguage } from "../author-words";
import type { Mark } from "../structure/marks";

/** A replacement in the text that the problem was found in; offsets count from 0. */
export type Edit = { from: number; to: number; insert: string };

export const fixKinds = [
  "renameTag",
  "escape",
  "asCode",
  "removeTag",
  "asMarkdown",
  "closeTag",
  "ownLines",
  "closeVoid",
  "renameAttribute",
  "removeAttribute",
  "asText",
  "addAttribute",
  "setValue",
  "uniqueId",
  "addUndo",
  "markIrreversible",
  "addOption",
  "addTable",
  "addItem",
  "asComment",
  "asLink",
  "removeLines",
  "asFence",
  "renameKey",
  "addKey",
  "addFrontMatter",
  "closeFrontMatter",
  "plainFrontMatter",
  "setTarget",
] as const;
/** What a fix does; the button's words hang on it (`editing.code.fixes`). */
export type FixKind = (typeof fixKinds)[number];

export type Fix = {
  kind: FixKind;
  /** For the button's words, e.g. the new name. */
  values: Record<string, string>;
  edits: Edit[];
};

/** The text that has the problem, and what is known of it. */
export type FixSource = {
  doc: Text;
  marks: Mark[];
  /** Language of what is inserted. */
  lang: AuthorLanguage;
};

/** @param at offset of the problem @returns what would mend it, the likeliest first; nothing where only its author can know */
export type Fixer = (problem: Problem, at: number, source: FixSource) => Fix[];

export const fix = (kind: FixKind, edits: Edit[], values: Record<string, string> = {}): Fix => ({
  kind,
  values,
  edits,
});
export const insert = (at: number, text: string): Edit => ({ from: at, to: at, insert: text });
export const remove = (from: number, to: number): Edit => ({ from, to, insert: "" });

/** The names that the gate suggests, e.g. of `` `Step`, `Undo` ``. */
export const suggested = ({ values }: Problem): string[] =>
  [...(values.suggestion ?? "").matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);

/** Whether one name may be a slip of the pen for the other. */
export const isNear = (name: string, other: string): boolean =>
  distance(name.toLowerCase(), other.toLowerCase()) <= Math.max(1, Math.floor(name.length / 3));
