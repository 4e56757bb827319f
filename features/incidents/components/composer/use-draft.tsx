"use client";
import { useCallback, useEffect, useState } from "react";
import { useOutbox } from "@/components/layout/outbox/use-outbox";

/** Text of a field that survives a reload, a crash and a closed tab, in this browser, for the person who wrote it. */
export function useDraft(name: string): [string, (text: string) => void] {
  const { outbox } = useOutbox();
  const [text, setText] = useState("");
  const key = outbox && `bitacora-draft:${outbox.person}:${name}`;
  useEffect(() => {
    if (!key) return;
    const before = kept(`bitacora-draft:${name}`);
    // Who was quicker than the page keeps what they typed.
    setText((typed) => typed || kept(key) || before);
  }, [key, name]);
  const keep = useCallback(
    (next: string) => {
      setText(next);
      if (!key) return;
      try {
        if (next) localStorage.setItem(key, next);
        else localStorage.removeItem(key);
        // Earlier versions did not say whose it is.
        localStorage.removeItem(`bitacora-draft:${name}`);
      } catch {
        // No storage in this browser: the text stays as long as the page does.
      }
    },
    [key, name],
  );
  return [text, keep];
}

function kept(key: string): string {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}
