"use client";
import { useCallback, useEffect, useState } from "react";

/** Text of a field that survives a reload, a crash and a closed tab, in this browser. */
export function useDraft(name: string): [string, (text: string) => void] {
  const [text, setText] = useState("");
  const key = `bitacora-draft:${name}`;
  useEffect(() => setText(localStorage.getItem(key) ?? ""), [key]);
  const keep = useCallback(
    (next: string) => {
      setText(next);
      try {
        if (next) localStorage.setItem(key, next);
        else localStorage.removeItem(key);
      } catch {
        // No storage in this browser: the text stays as long as the page does.
      }
    },
    [key],
  );
  return [text, keep];
}
