"use client";
import { startCompletion } from "@codemirror/autocomplete";
import { foldCode, unfoldCode } from "@codemirror/language";
import { nextDiagnostic } from "@codemirror/lint";
import { EditorState, type Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { useTranslations } from "next-intl";
import { type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from "react";
import { useShortcuts } from "@/components/layout/keys/keys";
import type { Problem } from "../../../artifact";
import { offsetOf } from "../../fixes/fixes";
import type { Vocabulary } from "../../vocabulary";
import { goTo } from "./breadcrumb";
import { codeExtensions } from "./code-extensions";
import { CodeToolbar } from "./code-toolbar";
import { type KeyName, ownCommands } from "./editor-keys";
import { OutlineDialog } from "./outline-dialog";
import { OutlinePanel, useOutlinePanel } from "./outline-panel";
import { showProblems } from "./problem-marks";
import { teller } from "./telling";
import { useEditorKeys } from "./use-editor-keys";
import { entriesOf, useOutline } from "./use-outline";
import { usePhrases } from "./use-phrases";
import { useProblemWords } from "./use-problem-words";

export type CodeEditorHandle = {
  /** Puts the cursor there and shows it; both count from 1. */
  jump: (line: number, column: number) => void;
  /** What others made of the text, as one change of what differs: undo brings the old one back, and the cursor stays where it can. */
  replace: (text: string) => void;
  /** What the panes beside the text work with; null before it is there. */
  view: () => EditorView | null;
};

type Props = {
  ref: Ref<CodeEditorHandle>;
  initial: string;
  /** `<service>/<file>`, for what others of the service say. */
  path: string;
  /** Read aloud as the name of the text; a runbook's when not given. */
  label?: string;
  vocabulary: Vocabulary;
  problems: Problem[];
  /** What others add to it: read once, when it is made. */
  extensions?: Extension[];
  /** Called a moment after the writer rests, and at once when the text is left. */
  onChange: (text: string) => void;
  /** Something is being written that `onChange` tells of in a moment. */
  onBegun?: () => void;
  onSave: () => void;
  onPublish: () => void;
};

/** CodeMirror with the runbook's language. Uncontrolled: it owns the text and tells each change. */
export function CodeEditor({ ref, initial, path, label, vocabulary, problems, extensions = [], ...handlers }: Props) {
  const t = useTranslations("editing.edit");
  const phrases = usePhrases();
  const words = useProblemWords();
  const hintId = useId();
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const { outline, extension: outlining } = useOutline();
  const panel = useOutlinePanel();
  const [choosing, setChoosing] = useState(false);
  const help = useShortcuts().find(({ keys }) => keys === "?");
  const [told] = useState(() =>
    teller(
      (text) => latest.current.onChange(text),
      () => latest.current.onBegun?.(),
    ),
  );
  const page = {
    save: () => {
      told.flush();
      latest.current.onSave();
    },
    publish: () => {
      told.flush();
      latest.current.onPublish();
    },
    symbol: () => setChoosing(true),
    outline: () => panel.toggle(() => setChoosing(true)),
    help: () => latest.current.help?.run(),
  };
  const latest = useRef({ ...handlers, help, words, page });
  latest.current = { ...handlers, help, words, page };
  // What the editor starts with; later texts come through `replace`.
  const start = useRef({ initial, path, vocabulary, phrases, label: label ?? t("label"), hintId, extensions });

  useEffect(() => {
    if (!host.current) return;
    const { initial: doc, extensions: added, ...options } = start.current;
    const on = (name: keyof typeof page) => () => latest.current.page[name]();
    const lineSeparator = doc.includes("\r\n") ? "\r\n" : "\n";
    const pageKeys = {
      save: on("save"),
      publish: on("publish"),
      symbol: on("symbol"),
      outline: on("outline"),
      help: on("help"),
    };
    const shape = codeExtensions({ ...options, lineSeparator, words: () => latest.current.words, page: pageKeys });
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({ doc, extensions: [shape, told.extension, outlining, added] }),
    });
    view.current = editor;
    editor.focus();
    return () => {
      told.flush();
      start.current = { ...start.current, initial: editor.state.sliceDoc() };
      editor.destroy();
      view.current = null;
    };
  }, [told, outlining]);

  useEffect(() => {
    if (view.current) showProblems(view.current, problems, words);
  }, [problems, words]);

  useImperativeHandle(ref, () => ({
    jump(line, column) {
      const editor = view.current;
      if (!editor) return;
      const at = offsetOf(editor.state.doc, { line, column });
      editor.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: "center" }) });
      editor.focus();
    },
    replace: told.replace,
    view: () => view.current,
  }));

  const run = (name: KeyName | "insert") => {
    const editor = view.current;
    if (!editor) return;
    if (name !== "help" && name !== "symbol") editor.focus();
    if (name === "insert") return insert(editor);
    const others = { problem: nextDiagnostic, fold: foldCode, unfold: unfoldCode };
    const command = ownCommands(page, () => words)[name] ?? others[name as keyof typeof others];
    command?.(editor);
  };
  useEditorKeys(view, run);
  const go = (place: number) => {
    const entry = view.current && entriesOf(view.current.state)[place];
    if (view.current && entry) goTo(view.current, entry);
  };

  return (
    <>
      <CodeToolbar outlined={panel.open} onOutline={page.outline} onKey={run} />
      <div className="flex min-h-0 flex-1">
        {panel.open && <OutlinePanel outline={outline} onGo={go} onClose={panel.close} />}
        <div ref={host} className="min-h-0 min-w-0 flex-1 overflow-hidden" />
      </div>
      <OutlineDialog outline={outline} open={choosing} onClose={() => setChoosing(false)} onGo={go} />
      <p id={hintId} className="sr-only">
        {t("hint")}
      </p>
    </>
  );
}

/** Proposes blocks on a line of their own. */
function insert(view: EditorView): void {
  const { state } = view;
  const line = state.doc.lineAt(state.selection.main.head);
  if (line.text.trim() !== "") {
    const text = state.toText("\n\n");
    view.dispatch({ changes: { from: line.to, insert: text }, selection: { anchor: line.to + 2 }, userEvent: "input" });
  }
  startCompletion(view);
}
