"use client";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useRef } from "react";
import { useKeys } from "@/components/layout/keys/keys";

/** What begins an entry and is no key of the page: a time, a person, a step. */
const beginnings = [..."-@#0123456789"];

/**
 * The composer under the cursor: on a desktop it has the focus when the page opens; `c` brings it back; and a character that begins
 * an entry begins it from anywhere. Letters stay the page's own keys.
 */
export function useFocusKeys(box: RefObject<HTMLTextAreaElement | null>, begin: (character: string) => void): void {
  const keys = useTranslations("incidents.keys");
  const latest = useRef(begin);
  latest.current = begin;
  useKeys([{ keys: "c", description: keys("compose"), group: keys("group"), run: () => box.current?.focus() }]);

  useEffect(() => {
    const desktop = window.matchMedia("(pointer: fine) and (min-width: 64rem)").matches;
    const free = document.activeElement === null || document.activeElement === document.body;
    if (desktop && free && location.hash === "") box.current?.focus({ preventScroll: true });
  }, [box]);

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { key, target } = event;
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!beginnings.includes(key) || document.querySelector("dialog:modal")) return;
      if (target instanceof HTMLElement && (target.isContentEditable || target.closest("input, textarea, select")))
        return;
      event.preventDefault();
      latest.current(key);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}
