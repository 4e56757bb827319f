import { EditorView, type Panel, showPanel, type ViewUpdate } from "@codemirror/view";
import { type OutlineEntry, outlineOf, pathTo } from "../../structure/outline";
import { structureField } from "../../structure/structure-field";

/** How an entry of the outline is called. */
export const entryTitle = (phrase: (text: string) => string, { kind, title, name }: OutlineEntry): string =>
  title || phrase(kind === "frontMatter" ? "frontMatter" : name || kind);

/** Puts the cursor at the beginning of an entry. */
export function goTo(view: EditorView, { from }: Pick<OutlineEntry, "from">): void {
  view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: "start", yMargin: 48 }) });
  view.focus();
}

/** Above the text: the blocks that the cursor is in, outermost first; each goes to its beginning. */
function panel(view: EditorView): Panel {
  const dom = document.createElement("nav");
  dom.className = "cm-breadcrumb";
  dom.setAttribute("aria-label", view.state.phrase("Where the cursor is"));
  let shown = "";
  const show = () => {
    const { state } = view;
    const path = pathTo(outlineOf(state.field(structureField)), state.selection.main.head);
    const titles = path.map((entry) => entryTitle((text) => state.phrase(text), entry));
    const signature = titles.join("\n");
    if (signature === shown) return;
    shown = signature;
    dom.replaceChildren(...titles.map((title, at) => crumb(view, title, at)));
  };
  show();
  return {
    dom,
    top: true,
    update: (update: ViewUpdate) => {
      if (update.docChanged || update.selectionSet) show();
    },
  };
}

function crumb(view: EditorView, title: string, at: number): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = title;
  button.addEventListener("click", () => {
    const entry = pathTo(outlineOf(view.state.field(structureField)), view.state.selection.main.head)[at];
    if (entry) goTo(view, entry);
  });
  return button;
}

export const breadcrumb = showPanel.of(panel);
