import { EditorSelection, type EditorState, type StateCommand, type TransactionSpec } from "@codemirror/state";
import { idFrom, idPool } from "../../pipeline/slug";
import { type AuthorLanguage, authorWords, languageOf } from "../author-words";
import { attributeOf } from "../structure/marks";
import { structureField } from "../structure/structure-field";

/** The language that the text says it is in. */
export const textLanguage = (state: EditorState, otherwise: AuthorLanguage = "es"): AuthorLanguage =>
  languageOf(state.sliceDoc(0, 4_000), otherwise);

/** Puts the selected lines into a block, the cursor where its name is to be written. */
export function wrapAs(name: "Step" | "Expect" | "Callout"): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false;
    const { from, to } = state.selection.main;
    const [first, last] = [state.doc.lineAt(from), state.doc.lineAt(to)];
    const held = state.sliceDoc(first.from, last.to).replace(/^\n+|\n+$/g, "");
    const { tag, field } = opening(name, state);
    const insert = `${tag}\n\n${held}\n\n</${name}>`;
    const anchor = first.from + (field ? tag.indexOf(field) : tag.length + 2);
    dispatch(
      state.update({
        changes: { from: first.from, to: last.to, insert: state.toText(insert) },
        selection: { anchor, head: anchor + (field?.length ?? 0) },
        scrollIntoView: true,
        userEvent: "input.wrap",
      }),
    );
    return true;
  };
}

function opening(name: "Step" | "Expect" | "Callout", state: EditorState): { tag: string; field: string | null } {
  if (name === "Expect") return { tag: "<Expect>", field: null };
  if (name === "Callout") return { tag: '<Callout type="warning">', field: "warning" };
  const title = authorWords(textLanguage(state)).look;
  const ids = state
    .field(structureField)
    .flatMap((mark) => (mark.kind === "tag" ? [attributeOf(mark, "id") ?? ""] : []));
  return { tag: `<Step id="${idPool(ids)(idFrom(title))}" title="${title}">`, field: title };
}

/** Puts a sign on both sides of each selection, or takes it away where it is. */
export function toggleAround(sign: string): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false;
    const size = sign.length;
    const spec: TransactionSpec = state.changeByRange((range) => {
      const { from, to } = range.empty ? (state.wordAt(range.head) ?? range) : range;
      const outside = state.sliceDoc(from - size, from) === sign && state.sliceDoc(to, to + size) === sign;
      if (outside) {
        const changes = [
          { from: from - size, to: from },
          { from: to, to: to + size },
        ];
        return { changes, range: EditorSelection.range(from - size, to - size) };
      }
      const held = state.sliceDoc(from, to);
      if (held.length >= 2 * size && held.startsWith(sign) && held.endsWith(sign)) {
        return {
          changes: { from, to, insert: held.slice(size, -size) },
          range: EditorSelection.range(from, to - 2 * size),
        };
      }
      const changes = [
        { from, insert: sign },
        { from: to, insert: sign },
      ];
      return { changes, range: EditorSelection.range(from + size, to + size) };
    });
    dispatch(state.update(spec, { scrollIntoView: true, userEvent: "input" }));
    return true;
  };
}

/** Makes a link of the selection, the cursor where its address goes. */
export const makeLink: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false;
  const { from, to } = state.selection.main;
  const text = state.sliceDoc(from, to);
  const anchor = text === "" ? from + 1 : from + text.length + 3;
  dispatch(
    state.update({
      changes: { from, to, insert: `[${text}]()` },
      selection: { anchor },
      scrollIntoView: true,
      userEvent: "input",
    }),
  );
  return true;
};

/** Writes a day such as `2025-10-24`. */
export const insertText =
  (text: () => string): StateCommand =>
  ({ state, dispatch }) => {
    if (state.readOnly) return false;
    dispatch(state.update(state.replaceSelection(text()), { scrollIntoView: true, userEvent: "input" }));
    return true;
  };
