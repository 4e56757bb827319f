import { completionKeymap, startCompletion } from "@codemirror/autocomplete";
import { redo, undo } from "@codemirror/commands";
import { gotoLine, openSearchPanel } from "@codemirror/search";
import type { Command, KeyBinding } from "@codemirror/view";
import { duplicateStep, moveBlockDown, moveBlockUp } from "../../shaping/move-block";
import { insertText, makeLink, toggleAround, wrapAs } from "../../shaping/wrap";
import { fixHere, type ProblemWords } from "./problem-marks";

/** What the editor can do by a key, in the order of the list that `?` opens. */
export const keyNames = [
  "save",
  "publish",
  "complete",
  "fix",
  "problem",
  "symbol",
  "outline",
  "find",
  "line",
  "up",
  "down",
  "duplicate",
  "step",
  "expect",
  "callout",
  "bold",
  "italic",
  "code",
  "link",
  "date",
  "fold",
  "unfold",
  "undo",
  "redo",
  "help",
] as const;
export type KeyName = (typeof keyNames)[number];

/** As CodeMirror writes keys; a series has spaces. AltGr is Ctrl Alt on many keyboards: nothing that it types is bound. */
export const keys: Record<KeyName, string> = {
  save: "Mod-s",
  publish: "Mod-Enter",
  complete: "Ctrl-Space",
  fix: "Mod-.",
  problem: "F8",
  symbol: "Mod-Shift-o",
  outline: "Mod-Shift-y",
  find: "Mod-f",
  line: "Mod-Alt-g",
  up: "Alt-Shift-ArrowUp",
  down: "Alt-Shift-ArrowDown",
  duplicate: "Mod-Shift-d",
  step: "Mod-j s",
  expect: "Mod-j e",
  callout: "Mod-j c",
  bold: "Mod-b",
  italic: "Mod-i",
  code: "Mod-e",
  link: "Mod-j l",
  date: "Mod-j d",
  fold: "Ctrl-Shift-[",
  unfold: "Ctrl-Shift-]",
  undo: "Mod-z",
  redo: "Mod-y",
  help: "F1",
};

/** What only the page around the text can do. */
export type PageKeys = Record<"save" | "publish" | "symbol" | "outline" | "help", () => void>;

const today = () => new Date().toLocaleDateString("sv"); // ISO 8601, of the writer's day

/** What each key of ours does; the others are CodeMirror's own. */
export function ownCommands(page: PageKeys, words: () => ProblemWords): Partial<Record<KeyName, Command>> {
  const call = (action: () => void) => () => {
    action();
    return true;
  };
  return {
    save: call(page.save),
    publish: call(page.publish),
    symbol: call(page.symbol),
    outline: call(page.outline),
    help: call(page.help),
    complete: startCompletion,
    fix: fixHere(words),
    find: openSearchPanel,
    line: gotoLine,
    up: moveBlockUp,
    down: moveBlockDown,
    duplicate: duplicateStep,
    step: wrapAs("Step"),
    expect: wrapAs("Expect"),
    callout: wrapAs("Callout"),
    bold: toggleAround("**"),
    italic: toggleAround("_"),
    code: toggleAround("`"),
    link: makeLink,
    date: insertText(today),
    undo,
    redo,
  };
}

export function ownKeymap(page: PageKeys, words: () => ProblemWords): KeyBinding[] {
  const commands = ownCommands(page, words);
  const bound = keyNames.flatMap((name): KeyBinding[] => {
    const run = commands[name];
    return run ? [{ key: keys[name], run, preventDefault: !["up", "down"].includes(name) }] : [];
  });
  return [...bound, { key: "Mod-/", run: commands.help, preventDefault: true }, ...completionKeymap];
}
