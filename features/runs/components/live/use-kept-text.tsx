"use client";
import { useCallback, useEffect, useRef, useState } from "react";

const storages = { tab: () => sessionStorage, device: () => localStorage };

type Keeping = {
  /** What of it is kept, where that is not all: a secret stays in memory. */
  asKept?: (text: string) => string;
  /** `device` outlives the tab as well, so its key has to name the person whose it is. */
  where?: keyof typeof storages;
};

/**
 * A text that outlives a reload, and is gone once it was sent.
 * @param key null keeps it in memory until it is known whose it is
 */
export function useKeptText(
  key: string | null,
  { asKept, where = "tab" }: Keeping = {},
): [text: string, set: (text: string) => void] {
  const [text, setText] = useState("");
  const before = useRef<string | null>(null);
  const latest = useRef("");
  const show = useCallback((next: string) => {
    latest.current = next;
    setText(next);
  }, []);
  const store = useCallback(
    (next: string) => {
      if (key === null) return;
      try {
        const storage = storages[where]();
        if (next) storage.setItem(key, asKept ? asKept(next) : next);
        else storage.removeItem(key);
      } catch {
        // A browser without storage, or a text beyond its quota, keeps it in memory only.
      }
    },
    [key, where, asKept],
  );
  useEffect(() => {
    if (key === null || before.current === key) return;
    const first = before.current === null;
    before.current = key;
    // Who was quicker than the page keeps what they typed: it is stored as soon as it is known whose it is.
    if (first && latest.current) store(latest.current);
    else show(kept(where, key));
  }, [key, where, show, store]);
  const set = useCallback(
    (next: string) => {
      show(next);
      store(next);
    },
    [show, store],
  );
  return [text, set];
}

function kept(where: keyof typeof storages, key: string): string {
  try {
    return storages[where]().getItem(key) ?? "";
  } catch {
    return "";
  }
}
