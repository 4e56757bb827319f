"use client";
import { useCallback, useEffect, useState } from "react";
import type { GlossaryPage } from "../schema";

type Source = NonNullable<GlossaryPage["source"]>;
type Kept = { text: string; baseBlob: string | null };
export type GlossaryText = Kept & {
  changed: boolean;
  /** What was kept in this tab was begun from another version than the one that is published now. */
  outdated: boolean;
  set: (text: string) => void;
  /** Goes on from another version. */
  rebase: (next: Kept) => void;
  discard: () => void;
};

/** The glossary as it is being changed: it outlives a reload of the tab, and is gone once it was published or given up. */
export function useGlossaryText(source: Source, me: string | null): GlossaryText {
  const key = `bitacora:glossary:${me}`;
  const published = { text: source.text, baseBlob: source.blob };
  const [now, setNow] = useState<Kept>(published);
  useEffect(() => {
    const found = read(key);
    if (found) setNow(found);
  }, [key]);
  const take = useCallback(
    (next: Kept, keep: boolean) => {
      setNow(next);
      write(key, keep ? next : null);
    },
    [key],
  );
  return {
    ...now,
    changed: now.text !== source.text,
    outdated: now.baseBlob !== source.blob,
    set: (text) => take({ ...now, text }, text !== source.text),
    rebase: (next) => take(next, true),
    discard: () => take(published, false),
  };
}

function read(key: string): Kept | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? "null");
    if (typeof kept !== "object" || kept === null || !("text" in kept) || !("baseBlob" in kept)) return null;
    const { text, baseBlob } = kept;
    if (typeof text !== "string" || (typeof baseBlob !== "string" && baseBlob !== null)) return null;
    return { text, baseBlob };
  } catch {
    return null;
  }
}

function write(key: string, kept: Kept | null): void {
  try {
    if (kept) sessionStorage.setItem(key, JSON.stringify(kept));
    else sessionStorage.removeItem(key);
  } catch {
    // A browser without storage keeps it in memory only.
  }
}
