"use client";
import { type Diagnostic, setDiagnostics } from "@codemirror/lint";
import { EditorState, type Extension, Text } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { useTranslations } from "next-intl";
import { type Ref, useEffect, useId, useImperativeHandle, useRef } from "react";
import type { Problem } from "../../../artifact";
import type { Vocabulary } from "../../vocabulary";
import { useProblemText } from "../use-problem-text";
import { codeExtensions } from "./code-extensions";
import { usePhrases } from "./use-phrases";

export type CodeEditorHandle = {
  /** Puts the cursor there and shows it; both count from 1. */
  jump: (line: number, column: number) => void;
  /** Another text as one change of what differs, so that undo brings the old one back and the cursor stays where it can. */
  replace: (text: string) => void;
  /** What the panes beside the text work with; null before it is there. */
  view: () => EditorView | null;
};

type Props = {
  ref: Ref<CodeEditorHandle>;
  initial: string;
  /** Read aloud as the name of the text; a runbook's when not given. */
  label?: string;
  vocabulary: Vocabulary;
  problems: Problem[];
  /** What others add to it: read once, when it is made. */
  extensions?: Extension[];
  onChange: (text: string) => void;
  onSave: () => void;
  onPublish: () => void;
};

/** CodeMirror with the runbook's language. Uncontrolled: it owns the text and tells each change. */
export function CodeEditor({ ref, initial, label, vocabulary, problems, extensions = [], ...handlers }: Props) {
  const t = useTranslations("editing.edit");
  const phrases = usePhrases();
  const textOf = useProblemText();
  const hintId = useId();
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const latest = useRef(handlers);
  latest.current = handlers;
  // What the editor starts with; later texts come through `replace`.
  const start = useRef({ initial, vocabulary, phrases, label: label ?? t("label"), hintId, extensions });

  useEffect(() => {
    if (!host.current) return;
    const { initial: doc, extensions: added, ...options } = start.current;
    const lineSeparator = doc.includes("\r\n") ? "\r\n" : "\n";
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc,
        extensions: [
          codeExtensions({
            ...options,
            lineSeparator,
            onChange: (text) => latest.current.onChange(text),
            onSave: () => latest.current.onSave(),
            onPublish: () => latest.current.onPublish(),
          }),
          added,
        ],
      }),
    });
    view.current = editor;
    editor.focus();
    return () => {
      start.current = { ...start.current, initial: editor.state.sliceDoc() };
      editor.destroy();
      view.current = null;
    };
  }, []);

  useEffect(() => {
    const editor = view.current;
    if (!editor) return;
    const found = problems.map((problem): Diagnostic => {
      const from = offsetOf(editor.state.doc, problem.line, problem.column);
      const to = Math.max(from, editor.state.doc.lineAt(from).to);
      return { from, to, severity: problem.severity, message: textOf(problem) };
    });
    editor.dispatch(
      setDiagnostics(
        editor.state,
        found.sort((a, b) => a.from - b.from),
      ),
    );
  }, [problems, textOf]);

  useImperativeHandle(ref, () => ({
    jump(line, column) {
      const editor = view.current;
      if (!editor) return;
      const at = offsetOf(editor.state.doc, line, column);
      editor.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: "center" }) });
      editor.focus();
    },
    replace(text) {
      const editor = view.current;
      if (editor) editor.dispatch({ changes: changeTo(editor.state.doc, text) });
    },
    view: () => view.current,
  }));

  return (
    <>
      <div ref={host} className="h-full min-h-0 overflow-hidden" />
      <p id={hintId} className="sr-only">
        {t("hint")}
      </p>
    </>
  );
}

/** A place of a problem, which may have been found in an earlier text, as an offset into this one. */
function offsetOf(doc: Text, line: number, column: number): number {
  const found = doc.line(Math.min(Math.max(line, 1), doc.lines));
  return Math.min(found.from + Math.max(column - 1, 0), found.to);
}

/** The one change that makes `text` of the document: all between the first and the last character that differ. */
function changeTo(doc: Text, text: string) {
  const [old, lines] = [doc.toString(), text.split(/\r\n?|\n/)];
  const fresh = lines.join("\n");
  const most = Math.min(old.length, fresh.length);
  let [from, end] = [0, 0];
  while (from < most && old[from] === fresh[from]) from += 1;
  while (end < most - from && old[old.length - 1 - end] === fresh[fresh.length - 1 - end]) end += 1;
  return { from, to: old.length - end, insert: Text.of(fresh.slice(from, fresh.length - end).split("\n")) };
}
