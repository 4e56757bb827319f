"use client";
import { type RefObject, startTransition, useEffect, useState } from "react";
import type { IncidentState } from "../../incident-schema";
import type { EntryView } from "../../timeline/schema";
import { hearPresence } from "../presence/presence-store";

export type Connection = "connecting" | "live" | "lost";

/** A reconnect that takes less is not worth alarming anybody, in ms. */
const graceMs = 2_000;
const retryMs = 5_000;

/** Follows an incident by server-sent events. A browser resumes a cut stream itself; one that was refused is asked for again here. */
export function useIncidentStream(
  url: string,
  lastSeq: RefObject<number>,
  onEntries: (entries: EntryView[]) => void,
  onIncident: (incident: IncidentState) => void,
): Connection {
  const [connection, setConnection] = useState<Connection>("connecting");
  useEffect(() => {
    let source: EventSource | undefined;
    let retry: ReturnType<typeof setTimeout> | undefined;
    let alarm: ReturnType<typeof setTimeout> | undefined;
    const entry = (event: MessageEvent<string>) => onEntries([JSON.parse(event.data) as EntryView]);
    const open = () => {
      source = new EventSource(`${url}?after=${lastSeq.current}`);
      hearPresence(source);
      source.addEventListener("open", () => {
        clearTimeout(alarm);
        alarm = undefined;
        startTransition(() => setConnection("live"));
      });
      source.addEventListener("entry", entry);
      source.addEventListener("entry-changed", entry);
      source.addEventListener("incident", (event) => onIncident(JSON.parse(event.data) as IncidentState));
      source.addEventListener("error", () => {
        alarm ??= setTimeout(() => setConnection("lost"), graceMs);
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
  }, [url, lastSeq, onEntries, onIncident]);
  return connection;
}
