"use client";
import type { Extension } from "@codemirror/state";
import { EditorView, ViewPlugin } from "@codemirror/view";
import { useEffect, useMemo, useRef, useState } from "react";
import { type Section, sectionAt } from "../../sections";
import { sectionsOfDoc } from "./sections-of-doc";

/** Milliseconds of rest after which the place of the cursor is looked up. */
const rest = 150;

export type TextPlace = {
  /** For the editor, once. */
  extension: Extension;
  /** The part that the cursor is in. */
  section: Section | null;
  /** Calls back whenever the text scrolls; for one listener. */
  onScroll: (listener: (() => void) | null) => void;
};

/** Where the writer is in the text: the part around the cursor, and its scrolling. */
export function useTextPlace(): TextPlace {
  const [section, setSection] = useState<Section | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const scrolled = useRef<(() => void) | null>(null);
  const extension = useMemo(() => {
    const look = (view: EditorView) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        const { doc, selection } = view.state;
        const found = sectionAt(sectionsOfDoc(doc), doc.lineAt(selection.main.head).number);
        setSection((now) =>
          now?.id === found?.id && now?.title === found?.title && now?.kind === found?.kind ? now : found,
        );
      }, rest);
    };
    return [
      EditorView.updateListener.of((update) => {
        if (update.selectionSet || update.docChanged) look(update.view);
      }),
      ViewPlugin.define((view) => {
        const tell = () => scrolled.current?.();
        view.scrollDOM.addEventListener("scroll", tell, { passive: true });
        look(view);
        return { destroy: () => view.scrollDOM.removeEventListener("scroll", tell) };
      }),
    ];
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useMemo(
    () => ({
      extension,
      section,
      onScroll: (listener) => {
        scrolled.current = listener;
      },
    }),
    [extension, section],
  );
}
