"use client";
import {
  createContext,
  type ReactNode,
  startTransition,
  use,
  useCallback,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from "react";
import { useKeptState } from "@/components/layout/offline/use-kept-state";
import { useOutbox } from "@/components/layout/outbox/use-outbox";
import type { Actor } from "@/lib/auth/actor";
import { call } from "@/lib/http/client";
import type { IncidentDetail, IncidentState, IncidentSummary } from "../../incident-schema";
import { rememberVisit } from "../../live/last-visited";
import { liveReducer } from "../../live/live-state";
import { withUnsent } from "../../live/with-unsent";
import type { EntryView } from "../../timeline/schema";
import type { EntryFilter, WindowView } from "../../timeline/window/schema";
import { TimelineContext, useTimelineState } from "../timeline/use-timeline";
import { type Connection, useIncidentStream } from "./use-incident-stream";
import { useTogether } from "./use-together";

type LiveIncident = {
  incident: IncidentState;
  can: IncidentDetail["can"];
  actor: Actor;
  people: { id: string; name: string }[];
  connection: Connection;
  /** Milliseconds that this browser's clock is ahead of the server's. */
  skew: number;
  /** Path of the incident in the API. */
  api: string;
  /** Number of the last entry that this reader had seen when the page came; null on a first visit. */
  readUntil: number | null;
  addEntries: (entries: EntryView[]) => void;
  addSummary: (incident: IncidentSummary) => void;
  /** Reads the incident again, for changes whose answer does not hold it. */
  refresh: () => Promise<void>;
};

const LiveContext = createContext<LiveIncident | null>(null);

/** The incident of this page, kept current by its stream and by the answers to our own writes. */
export function useLiveIncident(): LiveIncident {
  const live = use(LiveContext);
  if (!live) throw new Error("useLiveIncident needs a LiveIncidentProvider above it");
  return live;
}

type ProviderProps = {
  incident: IncidentDetail;
  /** The end of the timeline, as far as `filter` lets it through. */
  timeline: WindowView;
  filter: EntryFilter;
  readUntil: number | null;
  actor: Actor;
  people: { id: string; name: string }[];
  children: ReactNode;
};

export function LiveIncidentProvider({
  incident: first,
  timeline: firstWindow,
  filter,
  readUntil,
  actor,
  people,
  children,
}: ProviderProps) {
  const [incident, dispatch] = useReducer(liveReducer, first);
  const api = `/api/v1/incidents/${first.key}`;
  const { timeline, add: addEntries } = useTimelineState(api, firstWindow, filter);
  // What the stream brought, not what our own writes were answered: others may have written before them.
  const lastSeq = useRef(firstWindow.lastSeq);
  const together = useTogether(addEntries);
  const hear = useCallback(
    (heard: EntryView[]) => {
      for (const { seq } of heard) lastSeq.current = Math.max(lastSeq.current, seq);
      together(heard);
    },
    [together],
  );
  const addSummary = useCallback((summary: IncidentSummary) => dispatch({ type: "summary", incident: summary }), []);
  const [skew, setSkew] = useState(0);
  const addIncident = useCallback((state: IncidentState) => dispatch({ type: "incident", incident: state }), []);
  const receive = useCallback(
    (state: IncidentState) =>
      startTransition(() => {
        setSkew(Date.now() - Date.parse(state.now));
        addIncident(state);
      }),
    [addIncident],
  );
  const { items } = useOutbox();
  const mine = useMemo(() => withUnsent(incident, items), [incident, items]);
  const connection = useIncidentStream(`${api}/stream`, lastSeq, hear, receive);
  const refresh = useCallback(async () => {
    const answer = await call<IncidentDetail>("GET", api);
    if (answer.ok) addIncident(answer.value);
  }, [api, addIncident]);
  // The page itself may be rendered anew, after a run was started for example.
  const rendered = useRef(first);
  useEffect(() => {
    if (rendered.current !== first) addIncident(first);
    rendered.current = first;
  }, [addIncident, first]);
  useEffect(() => rememberVisit(first.key), [first.key]);

  const { entries } = timeline.window;
  const seen = useMemo(() => ({ incident, entries: entries.slice(-500) }), [incident, entries]);
  useKeptState(`incident/${first.key}`, seen, connection === "live", (last) => {
    addEntries(last.entries);
    addIncident(last.incident);
  });

  const value = useMemo(
    () => ({
      incident: mine,
      can: first.can,
      actor,
      people,
      connection,
      skew,
      api,
      readUntil,
      addEntries,
      addSummary,
      refresh,
    }),
    [mine, first.can, actor, people, connection, skew, api, readUntil, addEntries, addSummary, refresh],
  );
  return (
    <LiveContext value={value}>
      <TimelineContext value={timeline}>{children}</TimelineContext>
    </LiveContext>
  );
}
