import { type Diagnostic, forEachDiagnostic, setDiagnostics } from "@codemirror/lint";
import type { EditorState } from "@codemirror/state";
import { type Command, EditorView } from "@codemirror/view";
import type { Problem } from "../../../artifact";
import type { Fix } from "../../fixes/fix";
import { fixAll, fixesFor, offsetOf } from "../../fixes/fixes";
import { textLanguage } from "../../shaping/wrap";
import { structureField } from "../../structure/structure-field";

/** How a problem and what mends it are said to the reader. */
export type ProblemWords = {
  problem: (problem: Problem) => string;
  fix: (fix: Fix) => string;
  fixed: (fix: Fix) => string;
};

/** A mark in the text that knows its problem: it moves with the text while the problem's own place does not. */
type ProblemMark = Diagnostic & { problem: Problem };
const isMark = (diagnostic: Diagnostic): diagnostic is ProblemMark => "problem" in diagnostic;

/** Most fixes that are offered for one problem, and most problems whose fixes are. */
const [mostFixes, mostFixed] = [4, 200];

/** What mends a problem in the text as it is now. */
export function fixesIn(state: EditorState, problem: Problem, at = placeOf(state, problem)): Fix[] {
  const source = { doc: state.doc, marks: state.field(structureField), lang: textLanguage(state) };
  return fixesFor(problem, at, source).slice(0, mostFixes);
}

/** Where a problem is now. */
export function placeOf(state: EditorState, problem: Problem): number {
  let at: number | null = null;
  forEachDiagnostic(state, (mark, from) => {
    if (isMark(mark) && mark.problem === problem) at = from;
  });
  return at ?? offsetOf(state.doc, problem);
}

function apply(view: EditorView, fix: Fix, words: ProblemWords): void {
  const changes = view.state.changes(fix.edits.map((edit) => ({ ...edit, insert: view.state.toText(edit.insert) })));
  const last = fix.edits.at(-1);
  view.dispatch({
    changes,
    selection: last ? { anchor: changes.mapPos(last.to, 1) } : undefined,
    effects: EditorView.announce.of(words.fixed(fix)),
    scrollIntoView: true,
    userEvent: "input.fix",
  });
}

/** Marks the problems where they are, each with what mends it. */
export function showProblems(view: EditorView, problems: Problem[], words: ProblemWords): void {
  const { state } = view;
  const marks = problems.map((problem, index): ProblemMark => {
    const from = offsetOf(state.doc, problem);
    const fixes = index < mostFixed ? fixesIn(state, problem, from) : [];
    const actions = fixes.map((fix) => ({
      name: words.fix(fix),
      apply: (target: EditorView, at: number) => {
        const now = fixesIn(target.state, problem, at).find(({ kind, values }) => same(fix, { kind, values }));
        if (now) apply(target, now, words);
      },
    }));
    const to = Math.max(from, state.doc.lineAt(from).to);
    return { from, to, severity: problem.severity, message: words.problem(problem), actions, problem };
  });
  view.dispatch(
    setDiagnostics(
      state,
      marks.toSorted((a, b) => a.from - b.from),
    ),
  );
}

const same = (a: Pick<Fix, "kind" | "values">, b: Pick<Fix, "kind" | "values">) =>
  a.kind === b.kind && JSON.stringify(a.values) === JSON.stringify(b.values);

/** Applies a fix of a problem, if it still is one. @returns whether it did */
export function applyFix(view: EditorView, problem: Problem, fix: Fix, words: ProblemWords): boolean {
  const now = fixesIn(view.state, problem).find((one) => same(one, fix));
  if (now) apply(view, now, words);
  return now !== undefined;
}

/** Mends what can be mended of all problems of a rule, as one change. @returns how many */
export function applyAll(view: EditorView, problems: Problem[]): number {
  const places = problems.map((problem) => ({ problem, at: placeOf(view.state, problem) }));
  const { changes, mended } = fixAll(view.state.doc, textLanguage(view.state), places);
  if (mended > 0) view.dispatch({ changes, userEvent: "input.fix" });
  return mended;
}

/** Applies the likeliest fix of the problem under the cursor, else of the first one of its line. */
export const fixHere =
  (words: () => ProblemWords): Command =>
  (view) => {
    const { head } = view.state.selection.main;
    const line = view.state.doc.lineAt(head);
    const near: { problem: Problem; from: number; distance: number }[] = [];
    forEachDiagnostic(view.state, (mark, from, to) => {
      if (!isMark(mark) || to < line.from || from > line.to) return;
      near.push({
        problem: mark.problem,
        from,
        distance: from <= head && head <= to ? head - from : 1e6 + Math.abs(from - head),
      });
    });
    for (const { problem, from } of near.toSorted((a, b) => a.distance - b.distance)) {
      const [fix] = fixesIn(view.state, problem, from);
      if (fix) apply(view, fix, words());
      if (fix) return true;
    }
    return false;
  };
