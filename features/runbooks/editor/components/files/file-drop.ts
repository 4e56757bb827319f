import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";

/** Takes files that are dropped on the text or pasted into it; a paste that has words too is one of words. */
export function fileDrop(onFiles: (view: EditorView, files: File[], at: number) => void): Extension {
  return EditorView.domEventHandlers({
    paste(event, view) {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 || event.clipboardData?.getData("text/plain")) return false;
      event.preventDefault();
      onFiles(view, files, view.state.selection.main.from);
      return true;
    },
    drop(event, view) {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return false;
      event.preventDefault();
      const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
      onFiles(view, files, at ?? view.state.selection.main.from);
      return true;
    },
  });
}

/** Puts a link to a file into the text, with its words selected: they are the next thing to write. */
export function insertLink(view: EditorView, at: number, { name, image }: { name: string; image: boolean }): void {
  const words = name.replace(/\.[^.]+$/, "").replaceAll("-", " ");
  const start = at + (image ? 2 : 1);
  view.dispatch({
    changes: { from: at, to: at, insert: `${image ? "!" : ""}[${words}](${name})` },
    selection: { anchor: start, head: start + words.length },
    scrollIntoView: true,
    userEvent: "input.paste",
  });
  view.focus();
}
