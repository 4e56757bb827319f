"use client";
import { useEffect, useState } from "react";
import { call } from "@/lib/http/client";
import type { EntryKind, EntryView } from "../../timeline/schema";
import type { WindowView } from "../../timeline/window/schema";
import { useLiveIncident } from "../view/live-incident";

/**
 * The newest entry of a kind that was not retracted, wherever on the timeline it is and whatever the timeline shows now; asked for
 * while `wanted`, and again when that changes. Null until it is here, and when there is none.
 */
export function useLatestEntry(kind: EntryKind, wanted: string | false): EntryView | null {
  const { api } = useLiveIncident();
  const [entry, setEntry] = useState<EntryView | null>(null);
  useEffect(() => {
    if (wanted === false) return;
    const asked = new AbortController();
    const path = `${api}/timeline/window?order=recorded&limit=10&kind=${kind}`;
    void call<WindowView>("GET", path, undefined, asked.signal).then((answer) => {
      if (!asked.signal.aborted && answer.ok) setEntry(answer.value.entries.findLast((one) => !one.retracted) ?? null);
    });
    return () => asked.abort();
  }, [api, kind, wanted]);
  return entry;
}
