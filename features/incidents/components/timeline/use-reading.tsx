"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { useLiveIncident } from "../view/live-incident";

/** What came while the reader was away: entries with a number above `after`, up to `until`. */
export type Visit = { after: number; until: number };

/** How long reading goes on before it is told to the server, in ms. */
const tellAfterMs = 1_000;

/**
 * What is new since the reader was here, and how far they read now. Coming back to a page that was in the background is a visit
 * too. `seen` takes the highest number on the screen; the server keeps it for the next visit.
 */
export function useReading(lastSeq: number): { visit: Visit | null; unseen: number; seen: (seq: number) => void } {
  const { api, readUntil } = useLiveIncident();
  const [visit, setVisit] = useState<Visit | null>(() =>
    readUntil !== null && readUntil < lastSeq ? { after: readUntil, until: lastSeq } : null,
  );
  const [read, setRead] = useState(lastSeq);
  const latest = useRef(lastSeq);
  latest.current = lastSeq;
  const reached = useRef(readUntil ?? 0);
  const told = useRef(readUntil ?? 0);
  const onScreen = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const tell = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (reached.current <= told.current) return;
    const seq = reached.current;
    told.current = seq;
    // Also while the page ends. A mark that is not kept is kept with the next one.
    fetch(`${api}/read-mark`, {
      method: "PUT",
      keepalive: true,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ seq }),
    }).catch(() => {
      told.current = 0;
    });
  }, [api]);

  const seen = useCallback(
    (seq: number) => {
      onScreen.current = Math.max(onScreen.current, seq);
      if (document.hidden) return;
      setRead((known) => Math.max(known, seq));
      if (seq <= reached.current) return;
      reached.current = seq;
      timer.current ??= setTimeout(tell, tellAfterMs);
    },
    [tell],
  );

  useEffect(() => {
    let left: number | null = null;
    const turn = () => {
      if (document.hidden) {
        tell();
        left = reached.current;
      } else {
        if (left !== null && latest.current > left) setVisit({ after: left, until: latest.current });
        seen(onScreen.current);
      }
    };
    document.addEventListener("visibilitychange", turn);
    window.addEventListener("pagehide", tell);
    return () => {
      document.removeEventListener("visibilitychange", turn);
      window.removeEventListener("pagehide", tell);
      tell();
    };
  }, [tell, seen]);
  return { visit, unseen: lastSeq - read, seen };
}
