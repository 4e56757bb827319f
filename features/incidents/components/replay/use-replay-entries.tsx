"use client";
import { useEffect, useState } from "react";
import { call } from "@/lib/http/client";
import type { ReplayEntry, ReplayPage } from "../../replay/schema";

export type ReplayRead = {
  entries: ReplayEntry[];
  total: number;
  state: "reading" | "read" | "failed";
  retry: () => void;
};

/** All entries of a timeline: the first page came with the page, the others are asked for one after the other. */
export function useReplayEntries(key: string, first: ReplayPage): ReplayRead {
  const [entries, setEntries] = useState(first.entries);
  const [failed, setFailed] = useState(false);
  const total = first.lastSeq;
  const last = entries.at(-1)?.seq ?? 0;
  const missing = last < total;
  useEffect(() => {
    if (!missing || failed) return;
    const abort = new AbortController();
    const path = `/api/v1/incidents/${key}/replay?after=${last}`;
    void call<ReplayPage>("GET", path, undefined, abort.signal).then((answer) => {
      if (abort.signal.aborted) return;
      if (answer.ok && answer.value.entries.length > 0) setEntries((before) => [...before, ...answer.value.entries]);
      else setFailed(true);
    });
    return () => abort.abort();
  }, [key, last, missing, failed]);
  return { entries, total, state: failed ? "failed" : missing ? "reading" : "read", retry: () => setFailed(false) };
}
