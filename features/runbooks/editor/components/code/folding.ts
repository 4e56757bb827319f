import { codeFolding, foldGutter, foldService } from "@codemirror/language";
import { blocksOf } from "../../structure/blocks";
import { marksIn, structureField } from "../../structure/structure-field";

/** Front matter, fences, comments and blocks fold to their first line. */
const byShape = foldService.of((state, from, to) => {
  const marks = state.field(structureField);
  for (const mark of marksIn(marks, from, to)) {
    if (mark.from < from || mark.from > to) continue;
    const first = state.doc.lineAt(mark.kind === "tag" ? mark.to : mark.from);
    if (mark.kind === "frontMatter" || mark.kind === "fence" || mark.kind === "comment") {
      const last = state.doc.lineAt(mark.to);
      if (last.number > first.number) return { from: first.to, to: mark.to };
    }
    if (mark.kind !== "tag" || mark.form !== "open") continue;
    const block = blocksOf(marks).all.find(({ open }) => open === mark);
    const close = block?.close;
    if (close && state.doc.lineAt(close.from).number > first.number) return { from: first.to, to: close.from };
  }
  return null;
});

export const folding = [
  byShape,
  codeFolding(),
  foldGutter({
    markerDOM: (open) => {
      const mark = document.createElement("span");
      mark.textContent = open ? "⌄" : "›";
      mark.setAttribute("aria-hidden", "true");
      return mark;
    },
  }),
];
