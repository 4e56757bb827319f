import type { Range } from "@codemirror/state";
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { splitPlaceholders } from "../../../placeholders";
import { declaredVariables, isCommandFence } from "../../completion/own-words";
import { blocksOf } from "../../structure/blocks";
import type { FenceMark } from "../../structure/marks";
import { marksIn, structureField } from "../../structure/structure-field";

const placeholder = Decoration.mark({ class: "cm-placeholder-name" });
const changing = Decoration.line({ class: "cm-changing" });
const matching = Decoration.mark({ class: "cm-matchingTag" });

/** Characters of one fence that are looked through. */
const longest = 20_000;

/** What the writer of a command has to see: the placeholders of the fences in sight, and the steps that change something. */
function decorate(view: EditorView): DecorationSet {
  const { state } = view;
  const marks = state.field(structureField);
  const slice = (from: number, to: number) => state.sliceDoc(from, to);
  const ranges: Range<Decoration>[] = [];
  let declared: string[] | null = null;
  for (const { from, to } of view.visibleRanges) {
    for (const mark of marksIn(marks, from, to)) {
      if (isCommandFence(mark)) {
        declared ??= declaredVariables({ marks, slice });
        ranges.push(...placeholders(mark, slice, declared));
      }
      const isChange =
        mark.kind === "tag" &&
        mark.attributes.some(({ name, value }) => name === "irreversible" || (name === "kind" && value === "change"));
      if (isChange) ranges.push(changing.range(state.doc.lineAt(mark.from).from));
    }
  }
  return Decoration.set(ranges, true);
}

function placeholders(fence: FenceMark, slice: (from: number, to: number) => string, declared: string[]) {
  const start = fence.from + fence.bodyFrom;
  const body = slice(start, Math.min(fence.from + fence.bodyTo, start + longest));
  let at = start;
  return splitPlaceholders(body, declared).flatMap((segment) => {
    const from = at;
    at += "text" in segment ? segment.text.length : segment.raw.length;
    return "name" in segment ? [placeholder.range(from, at)] : [];
  });
}

/** The tag under the cursor and the one that closes or opens it. */
function pair(view: EditorView): DecorationSet {
  const { state } = view;
  const marks = state.field(structureField);
  const { head } = state.selection.main;
  const tag = marksIn(marks, head, head).find((mark) => mark.kind === "tag");
  if (tag?.kind !== "tag") return Decoration.none;
  const block = blocksOf(marks).all.find(({ open, close }) => open === tag || close === tag);
  if (!block?.close) return Decoration.none;
  const { open, close } = block;
  return Decoration.set([matching.range(open.from, open.to), matching.range(close.from, close.to)], true);
}

const plugin = (make: (view: EditorView) => DecorationSet, when: (update: ViewUpdate) => boolean) =>
  ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      constructor(view: EditorView) {
        this.decorations = make(view);
      }
      update(update: ViewUpdate) {
        if (when(update)) this.decorations = make(update.view);
      }
    },
    { decorations: (one) => one.decorations },
  );

/** Placeholders, steps that change something, and matching tags. */
export const textMarks = [
  plugin(decorate, (update) => update.docChanged || update.viewportChanged),
  plugin(pair, (update) => update.docChanged || update.selectionSet),
];
