import type { EditorState } from "@codemirror/state";
import { around, type Block, blocksOf } from "../structure/blocks";
import { structureField } from "../structure/structure-field";

const movable = new Set([
  "Step",
  "Option",
  "Procedure",
  "Checklist",
  "Triage",
  "Symptoms",
  "Causes",
  "Diagnosis",
  "Remediation",
  "Verification",
  "Escalation",
  "Decision",
  "Expect",
  "Undo",
  "Callout",
]);

/** The innermost block around an offset that can be moved as a whole; null where there is none, or it is not closed. */
export function blockAt(state: EditorState, offset: number, name?: string): Block | null {
  const found = around(state.field(structureField), offset).findLast((block) =>
    name ? block.name === name : movable.has(block.name),
  );
  return found?.close ? found : null;
}

/** The lines of a block; null where it shares one with anything else. */
export function linesOf(state: EditorState, block: Block): { from: number; to: number } | null {
  if (!block.close) return null;
  const [first, last] = [state.doc.lineAt(block.from), state.doc.lineAt(block.close.to)];
  const alone =
    state.sliceDoc(first.from, block.from).trim() === "" && state.sliceDoc(block.close.to, last.to).trim() === "";
  return alone ? { from: first.from, to: last.to } : null;
}

/** The blocks beside one: what stands in the same block, in order. */
export function siblingsOf(state: EditorState, block: Block): Block[] {
  const { all } = blocksOf(state.field(structureField));
  return all.filter((one) => one.parent === block.parent && one.close !== null);
}
