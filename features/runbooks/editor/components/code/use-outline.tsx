"use client";
import { forEachDiagnostic } from "@codemirror/lint";
import type { EditorState, Extension } from "@codemirror/state";
import { EditorView, ViewPlugin } from "@codemirror/view";
import { useMemo, useState } from "react";
import { countProblems, type OutlineEntry, outlineOf, pathTo } from "../../structure/outline";
import { structureField } from "../../structure/structure-field";

/** Milliseconds of rest after which the outline follows the text. */
const rest = 150;

export type OutlineRow = Pick<OutlineEntry, "kind" | "title" | "name" | "depth" | "changes"> & { problems: number };
export type OutlineView = {
  rows: OutlineRow[];
  /** The row that the cursor is in; -1 for none. */
  current: number;
};

/** The entries of the outline as they are now, in the order of its rows. */
export const entriesOf = (state: EditorState): OutlineEntry[] => outlineOf(state.field(structureField));

function look(state: EditorState): OutlineView {
  const entries = entriesOf(state);
  const offsets: number[] = [];
  forEachDiagnostic(state, (_, from) => offsets.push(from));
  const counts = countProblems(entries, offsets);
  const rows = entries.map((entry) => {
    const { kind, title, name, depth, changes } = entry;
    return { kind, title, name, depth, changes, problems: counts.get(entry) ?? 0 };
  });
  const here = pathTo(entries, state.selection.main.head).at(-1);
  return { rows, current: here ? entries.indexOf(here) : -1 };
}

/** The outline of the text, following it and its cursor a moment later; an extension of the editor keeps it. */
export function useOutline(): { outline: OutlineView; extension: Extension } {
  const [outline, setOutline] = useState<OutlineView>({ rows: [], current: -1 });
  const extension = useMemo(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let shown = "";
    const soon = (view: EditorView) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const next = look(view.state);
        const signature = JSON.stringify(next);
        if (signature !== shown) setOutline(next);
        shown = signature;
      }, rest);
    };
    return [
      ViewPlugin.define((view) => {
        soon(view);
        return { destroy: () => clearTimeout(timer) };
      }),
      EditorView.updateListener.of(({ docChanged, selectionSet, transactions, view }) => {
        if (docChanged || selectionSet || transactions.some(({ effects }) => effects.length > 0)) soon(view);
      }),
    ];
  }, []);
  return { outline, extension };
}
