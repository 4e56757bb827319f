"use client";
import { useCallback, useEffect, useRef } from "react";

/** Milliseconds of quiet after which the address says what was typed. */
const pause = 500;

/** A pasted text may hold what is nobody's business: it stays out of the address, and so out of the history and the logs. */
const isPasted = (text: string) => text.length > 300 || text.includes("\n");

/**
 * Keeps the address in step with the text, in place: going back leads to where one came from, and from a runbook back to its
 * results. @returns writes the address now, before the page is left.
 */
export function useAddress(text: string): () => void {
  const rest = useRef<string | null>(null);
  const latest = useRef(text);
  latest.current = text;
  const write = useCallback(() => {
    // The way to another page may be over before this one hears of it: its address is not ours to write.
    if (location.pathname !== "/" && location.pathname !== "/search") return;
    rest.current ??= location.pathname;
    const q = latest.current.trim();
    const address = q === "" || isPasted(q) ? rest.current : `/search?${new URLSearchParams({ q })}`;
    if (address !== location.pathname + location.search) history.replaceState(null, "", address);
  }, []);
  const first = useRef(text);
  useEffect(() => {
    if (text === first.current) return;
    first.current = "\0";
    const timer = setTimeout(write, pause);
    // Before a link is followed: written later, it would call the way there off.
    const onKey = ({ key }: KeyboardEvent) => key === "Enter" && write();
    document.addEventListener("click", write, true);
    document.addEventListener("keydown", onKey, true);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("click", write, true);
      document.removeEventListener("keydown", onKey, true);
    };
  }, [text, write]);
  return write;
}
