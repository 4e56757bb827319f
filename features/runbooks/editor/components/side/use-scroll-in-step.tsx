"use client";
import type { EditorView } from "@codemirror/view";
import { type RefObject, useCallback, useEffect, useRef } from "react";
import { type Anchor, ascending, lineAtY, yOf } from "../../scroll-map";
import type { CodeEditorHandle } from "../code/code-editor";
import { sectionsOfDoc } from "./sections-of-doc";
import type { TextPlace } from "./use-text-place";

type Options = {
  editor: RefObject<CodeEditorHandle | null>;
  page: RefObject<HTMLElement | null>;
  place: TextPlace;
  /** What the page shows; another one lies differently. */
  shown: unknown;
  /** Whether the page is the runbook's, which follows the text. */
  enabled: boolean;
};

/** Scrolls the page with the text and the text with the page: whichever is being used leads. */
export function useScrollInStep({ editor, page, place, shown, enabled }: Options) {
  const leads = useRef<"text" | "page">("text");
  const { onScroll } = place;

  const follow = useCallback(() => {
    const [view, box] = [editor.current?.view(), page.current];
    if (!enabled || !view || !box || leads.current !== "text" || !isShown(box) || !isShown(view.dom)) return;
    box.scrollTop = yOf(anchorsOf(box, view), topLine(view));
  }, [editor, page, enabled]);

  useEffect(() => {
    onScroll(follow);
    return () => onScroll(null);
  }, [onScroll, follow]);

  useEffect(() => {
    const box = page.current;
    const text = editor.current?.view()?.dom;
    const lead = (side: "text" | "page") => () => {
      leads.current = side;
    };
    const [byText, byPage] = [lead("text"), lead("page")];
    const scrolled = () => {
      const view = editor.current?.view();
      if (!enabled || !box || !view || leads.current !== "page" || !isShown(view.dom)) return;
      scrollTo(view, lineAtY(anchorsOf(box, view), box.scrollTop));
    };
    const signs = ["pointerenter", "wheel", "touchstart", "focusin"] as const;
    for (const sign of signs) {
      box?.addEventListener(sign, byPage, { passive: true });
      text?.addEventListener(sign, byText, { passive: true });
    }
    text?.addEventListener("keydown", byText);
    box?.addEventListener("scroll", scrolled, { passive: true });
    return () => {
      for (const sign of signs) {
        box?.removeEventListener(sign, byPage);
        text?.removeEventListener(sign, byText);
      }
      text?.removeEventListener("keydown", byText);
      box?.removeEventListener("scroll", scrolled);
    };
  }, [editor, page, enabled]);

  // A page that is new lies where the text is.
  useEffect(() => {
    if (shown) requestAnimationFrame(follow);
  }, [shown, follow]);
}

const isShown = (element: HTMLElement) => element.offsetParent !== null;

/** Where the page shows lines of the text: by what Markdown made, and by the ids of blocks. */
function anchorsOf(box: HTMLElement, view: EditorView): Anchor[] {
  const top = box.getBoundingClientRect().top - box.scrollTop;
  const heightOf = (element: Element) => element.getBoundingClientRect().top - top;
  const marked = [...box.querySelectorAll<HTMLElement>("[data-line]")].map((element) => ({
    line: Number(element.dataset.line),
    y: heightOf(element),
  }));
  const blocks = sectionsOfDoc(view.state.doc).flatMap(({ id, line }) => {
    const element = id && box.querySelector(`#${CSS.escape(id)}`);
    return element ? [{ line, y: heightOf(element) }] : [];
  });
  const ends = [
    { line: 1, y: 0 },
    { line: view.state.doc.lines + 1, y: box.scrollHeight },
  ];
  return ascending([...ends, ...marked, ...blocks]);
}

/** The line at the top of what is in sight, with the part of it that is not. */
function topLine(view: EditorView): number {
  const height = Math.max(0, view.scrollDOM.scrollTop - view.documentPadding.top);
  const block = view.lineBlockAtHeight(height);
  return view.state.doc.lineAt(block.from).number + (height - block.top) / Math.max(block.height, 1);
}

function scrollTo(view: EditorView, place: number): void {
  const { doc } = view.state;
  const line = Math.min(Math.max(Math.floor(place), 1), doc.lines);
  const block = view.lineBlockAt(doc.line(line).from);
  view.scrollDOM.scrollTop = block.top + view.documentPadding.top + (place - line) * block.height;
}
