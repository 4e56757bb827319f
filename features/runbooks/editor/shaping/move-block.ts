import { EditorSelection, type StateCommand } from "@codemirror/state";
import { idFrom, idPool } from "../../pipeline/slug";
import { attributeOf, type Mark } from "../structure/marks";
import { structureField } from "../structure/structure-field";
import { blockAt, linesOf, siblingsOf } from "./block-at";

/** Swaps the block around the cursor with the one before or after it; what stands between the two stays there. */
function move(by: 1 | -1): StateCommand {
  return ({ state, dispatch }) => {
    const { head } = state.selection.main;
    const block = blockAt(state, head);
    if (!block || state.readOnly) return false;
    const siblings = siblingsOf(state, block);
    const other = siblings[siblings.findIndex(({ from }) => from === block.from) + by];
    const [mine, theirs] = [linesOf(state, block), other && linesOf(state, other)];
    if (!mine || !theirs) return true; // the first or last of its kind: staying is better than moving a line out of it
    const [first, second] = by < 0 ? [theirs, mine] : [mine, theirs];
    const [above, between, below] = [
      state.sliceDoc(first.from, first.to),
      state.sliceDoc(first.to, second.from),
      state.sliceDoc(second.from, second.to),
    ];
    const shift = by < 0 ? first.from - mine.from : second.to - mine.to;
    dispatch(
      state.update({
        changes: { from: first.from, to: second.to, insert: state.toText(below + between + above) },
        selection: EditorSelection.cursor(head + shift),
        scrollIntoView: true,
        userEvent: "move.block",
      }),
    );
    return true;
  };
}

export const moveBlockUp = move(-1);
export const moveBlockDown = move(1);

/** Writes the step around the cursor a second time below it, with ids of its own. */
export const duplicateStep: StateCommand = ({ state, dispatch }) => {
  const block = blockAt(state, state.selection.main.head, "Step") ?? blockAt(state, state.selection.main.head);
  const lines = block && linesOf(state, block);
  if (!lines || state.readOnly) return false;
  const copy = withFreshIds(state.sliceDoc(lines.from, lines.to), idsIn(state.field(structureField)));
  const at = lines.to + 2;
  dispatch(
    state.update({
      changes: { from: lines.to, insert: state.toText(`\n\n${copy}`) },
      selection: EditorSelection.cursor(at),
      scrollIntoView: true,
      userEvent: "input.copy",
    }),
  );
  return true;
};

const idsIn = (marks: Mark[]) =>
  marks.flatMap((mark) => (mark.kind === "tag" ? [attributeOf(mark, "id")].filter((id) => id !== null) : []));

function withFreshIds(text: string, taken: string[]): string {
  const pool = idPool(taken);
  return text.replace(/(<[A-Z][^<>]*?\sid=)(["'])([^"']*)\2/g, (_, before: string, quote: string, id: string) => {
    return `${before}${quote}${pool(idFrom(id))}${quote}`;
  });
}
