"use client";
import { useEffect, useState } from "react";
import type { RunView } from "../../schema";

/** A reconnect that takes less is not worth alarming anybody, in ms. */
const graceMs = 2_000;
const retryMs = 5_000;

/** Follows a run by server-sent events; true while the connection is lost for longer than a moment. */
export function useRunStream(runId: string, onRun: (run: RunView) => void): boolean {
  const [lost, setLost] = useState(false);
  useEffect(() => {
    let source: EventSource | undefined;
    let retry: ReturnType<typeof setTimeout> | undefined;
    let alarm: ReturnType<typeof setTimeout> | undefined;
    const open = () => {
      source = new EventSource(`/api/v1/runs/${runId}/stream`);
      source.addEventListener("open", () => {
        clearTimeout(alarm);
        alarm = undefined;
        setLost(false);
      });
      source.addEventListener("run", (event) => onRun(JSON.parse(event.data) as RunView));
      source.addEventListener("error", () => {
        alarm ??= setTimeout(() => setLost(true), graceMs);
        if (source?.readyState !== EventSource.CLOSED) return;
        clearTimeout(retry);
        retry = setTimeout(open, retryMs);
      });
    };
    open();
    return () => {
      source?.close();
      clearTimeout(retry);
      clearTimeout(alarm);
    };
  }, [runId, onRun]);
  return lost;
}
