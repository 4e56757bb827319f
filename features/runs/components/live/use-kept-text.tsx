"use client";
import { useCallback, useEffect, useState } from "react";

/**
 * A text that outlives a reload of this tab, and is gone once it was sent.
 * @param asKept what of it is kept, where that is not all: a secret stays in memory
 */
export function useKeptText(
  key: string,
  asKept?: (text: string) => string,
): [text: string, set: (text: string) => void] {
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
        if (next) sessionStorage.setItem(key, asKept ? asKept(next) : next);
        else sessionStorage.removeItem(key);
      } catch {
        // A browser without storage, or a text beyond its quota, keeps it in memory only.
      }
    },
    [key, asKept],
  );
  return [text, set];
}
