"use client";
import { useCallback, useEffect, useRef } from "react";
import { v7 } from "uuid";
import { byRunbook, type FoundSection } from "../../finding/answer";
import type { Shown } from "../../finding/use-answers";

/** Milliseconds of quiet after which a query counts as one: half a word is none. */
const settled = 2_000;

/** What is longer was pasted, and nothing of it is sent. */
const isPasted = (q: string) => q.length > 300 || q.includes("\n");

type Search = { id: string; q: string; counted: boolean };

/**
 * Counts searches for the editors' list, without who searched: one that found nothing, and what was opened after one. Once the
 * typing has settled, or at Enter; nobody waits for it, and a count that is lost is nobody's trouble.
 * @returns counts now: what was opened, or null for Enter
 */
export function useCountedSearch(shown: Shown | null, waiting: boolean): (opened: FoundSection | null) => void {
  const search = useRef<Search | null>(null);
  const count = useCallback(
    (opened: FoundSection | null) => {
      if (!shown || waiting || shown.q === "" || isPasted(shown.q)) return;
      if (search.current?.q !== shown.q) search.current = { id: v7(), q: shown.q, counted: false };
      if (!opened && (search.current.counted || shown.missing > 0)) return;
      search.current.counted = true;
      const place = opened ? byRunbook(shown.results).findIndex(({ path }) => path === opened.path) : -1;
      send({
        id: search.current.id,
        q: shown.q,
        results: shown.results.length,
        ...(opened && place >= 0 && { opened: { runbook: opened.path, rank: place + 1 } }),
      });
    },
    [shown, waiting],
  );
  useEffect(() => {
    // What still lacks runbooks has not found nothing.
    if (!shown || waiting || shown.results.length > 0 || shown.missing > 0) return;
    const timer = setTimeout(count, settled, null);
    return () => clearTimeout(timer);
  }, [shown, waiting, count]);
  return count;
}

function send(body: unknown): void {
  void fetch("/api/v1/search/counts", {
    method: "POST",
    keepalive: true,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  }).catch(() => undefined);
}
