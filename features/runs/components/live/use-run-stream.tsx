"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Presence } from "@/features/incidents/presence/schema";
import { call } from "@/lib/http/client";
import type { RunChange, RunView } from "../../schema";

/** A reconnect that takes less is not worth alarming anybody, in ms. */
const graceMs = 2_000;
const retryMs = 5_000;

type Following = {
  /** The connection is lost for longer than a moment. */
  lost: boolean;
  /** Who has the run open. */
  people: Presence["people"];
};

/**
 * Follows a run by server-sent events: all of it at first and after each reconnect, then what changes. Shows this screen to the
 * others as being at `place`.
 */
export function useRunStream(
  runId: string,
  place: string,
  onRun: (run: RunView) => void,
  onChange: (change: RunChange) => void,
): Following {
  const [lost, setLost] = useState(false);
  const [people, setPeople] = useState<Presence["people"]>([]);
  const { here, opened } = useTellPlace(place);
  useEffect(() => {
    let source: EventSource | undefined;
    let retry: ReturnType<typeof setTimeout> | undefined;
    let alarm: ReturnType<typeof setTimeout> | undefined;
    const open = () => {
      const query = new URLSearchParams({ view: "changes", place: here.current });
      source = new EventSource(`/api/v1/runs/${runId}/stream?${query}`);
      source.addEventListener("open", () => {
        clearTimeout(alarm);
        alarm = undefined;
        setLost(false);
      });
      source.addEventListener("run", (event) => onRun(JSON.parse(event.data) as RunView));
      source.addEventListener("run-changed", (event) => onChange(JSON.parse(event.data) as RunChange));
      source.addEventListener("presence", (event) => setPeople((JSON.parse(event.data) as Presence).people));
      source.addEventListener("here", (event) => opened((JSON.parse(event.data) as { screen: string }).screen));
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
  }, [runId, here, opened, onRun, onChange]);
  return { lost, people };
}

/** Tells the server what this screen shows, whenever that is another thing than it knows. */
function useTellPlace(place: string) {
  const here = useRef(place);
  const screen = useRef<string | null>(null);
  const told = useRef<string | null>(null);
  const tell = useCallback(() => {
    if (screen.current === null || told.current === here.current) return;
    told.current = here.current;
    void call("POST", `/api/v1/presence/${screen.current}`, { place: here.current });
  }, []);
  useEffect(() => {
    here.current = place;
    tell();
  }, [place, tell]);
  const opened = useCallback(
    (id: string) => {
      screen.current = id;
      // A stream that reconnects by itself still says where it was at first.
      told.current = null;
      tell();
    },
    [tell],
  );
  return { here, opened };
}
