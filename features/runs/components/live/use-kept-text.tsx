"use client";
import { useCallback, useEffect, useState } from "react";

/** A text that outlives a reload of this tab, and is gone once it was sent. */
export function useKeptText(key: string): [text: string, set: (text: string) => void] {
  const [text, setText] = useState("");
  useEffect(() => {
    try {
      setText(sessionStorage.getItem(key) ?? "");
    } catch {
      setText("");
    }
  }, [key]);
  const set = useCallback(
    (next: string) => {
      setText(next);
      try {
        if (next) sessionStorage.setItem(key, next);
        else sessionStorage.removeItem(key);
      } catch {
        // A browser without storage, or a text beyond its quota, keeps it in memory only.
      }
    },
    [key],
  );
  return [text, set];
}
