"use client";
import { useLocale } from "next-intl";
import { type KeyboardEvent, type RefObject, useId, useMemo, useState } from "react";
import { accepted, askedAt, type Offer, offersFor } from "../../../quick/completion";
import type { LinkableStep } from "../../../references/schema";

export type Completion = {
  offers: Offer[];
  /** Index of the one that Enter takes. */
  active: number;
  listId: string;
  optionId: (index: number) => string;
  take: (index: number) => void;
  /** Whether the key was the list's: nothing else is to be done with it. */
  onKeyDown: (event: KeyboardEvent) => boolean;
  /** To be called whenever the caret may have moved. */
  onCaret: () => void;
};

type Given = {
  box: RefObject<HTMLTextAreaElement | null>;
  text: string;
  onText: (text: string) => void;
  people: readonly { name: string }[];
  steps: readonly LinkableStep[];
};

/** What can be completed at the caret of a field, and the keys of its list (ARIA APG, "list autocomplete"). */
export function useCompletion({ box, text, onText, people, steps }: Given): Completion {
  const locale = useLocale() === "en" ? "en" : "es";
  const listId = useId();
  const [caret, setCaret] = useState<number | null>(null);
  const [chosen, setChosen] = useState(0);
  /** The text for which the list was closed. */
  const [closed, setClosed] = useState<string | null>(null);
  const asked = useMemo(
    () => (caret === null || closed === text ? null : askedAt(text, Math.min(caret, text.length))),
    [caret, closed, text],
  );
  const offers = useMemo(
    () => (asked ? offersFor(asked, { locale, people, steps }) : []),
    [asked, locale, people, steps],
  );
  const active = Math.min(chosen, Math.max(0, offers.length - 1));

  const take = (index: number) => {
    const offer = offers[index];
    if (!asked || !offer) return;
    const next = accepted(text, asked, offer);
    onText(next.text);
    setChosen(0);
    setCaret(next.caret);
    // The field has the new text after this render.
    requestAnimationFrame(() => {
      box.current?.focus();
      box.current?.setSelectionRange(next.caret, next.caret);
    });
  };
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (offers.length === 0 || event.nativeEvent.isComposing) return false;
    const turn = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (turn) setChosen((active + turn + offers.length) % offers.length);
    else if (event.key === "Enter" && !event.shiftKey && !event.ctrlKey) take(active);
    else if (event.key === "Tab" && !event.shiftKey) take(active);
    else if (event.key === "Escape") setClosed(text);
    else return false;
    event.preventDefault();
    return true;
  };
  const onCaret = () => {
    const field = box.current;
    const alone = field && field === document.activeElement && field.selectionStart === field.selectionEnd;
    const next = alone ? field.selectionStart : null;
    if (next === caret) return;
    setCaret(next);
    setChosen(0);
  };
  return { offers, active, listId, optionId: (index) => `${listId}-${index}`, take, onKeyDown, onCaret };
}
