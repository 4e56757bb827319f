import { type ChangeSet, type Extension, Text } from "@codemirror/state";
import { EditorView, ViewPlugin } from "@codemirror/view";
import { changeTo } from "../../rebase-change";

/** Milliseconds of rest after which a change is told, and after which it is told while the writer goes on. */
const [rest, most] = [150, 1_000];

export type Teller = {
  extension: Extension;
  /** Tells now what has not been told. */
  flush: () => void;
  /** Puts in what others made of the text that was told last. */
  replace: (text: string) => void;
};

/**
 * Tells the text to what works with it: not at every key, which is the browser's time, but before anybody needs it.
 * @param begun called at the first key after all was told: what was said to be saved is so no longer
 */
export function teller(tell: (text: string) => void, begun: () => void): Teller {
  let view: EditorView | null = null;
  let told = Text.empty;
  let pending: ChangeSet | null = null;
  let since = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = () => {
    clearTimeout(timer);
    if (!view || !pending) return;
    pending = null;
    told = view.state.doc;
    tell(view.state.sliceDoc());
  };
  const note = (changes: ChangeSet, typed: boolean) => {
    if (!pending) {
      since = performance.now();
      begun();
    }
    pending = pending?.compose(changes) ?? changes;
    // What a form or a fix changes is told at once: nobody is typing.
    if (!typed) return flush();
    clearTimeout(timer);
    timer = setTimeout(flush, Math.max(0, Math.min(rest, since + most - performance.now())));
  };

  return {
    flush,
    replace(text) {
      const changes = view && changeTo(told, text, pending);
      if (changes) view?.dispatch({ changes });
      flush();
    },
    extension: [
      ViewPlugin.define((made) => {
        view = made;
        told = made.state.doc;
        // Before anybody else hears that the page goes, or that a button was pressed which saves or publishes the text.
        const signs = ["beforeunload", "pagehide", "click"] as const;
        for (const sign of signs) window.addEventListener(sign, flush, { capture: true });
        return {
          destroy: () => {
            for (const sign of signs) window.removeEventListener(sign, flush, { capture: true });
            clearTimeout(timer);
          },
        };
      }),
      EditorView.updateListener.of(({ docChanged, changes, view: from, focusChanged }) => {
        if (docChanged) note(changes, from.hasFocus);
        if (focusChanged && !from.hasFocus) flush();
      }),
    ],
  };
}
