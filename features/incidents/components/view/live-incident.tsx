"use client";
import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from "react";
import { useOutbox } from "@/components/layout/outbox/outbox-provider";
import type { Actor } from "@/lib/auth/actor";
import { call } from "@/lib/http/client";
import type { IncidentDetail, IncidentState, IncidentSummary } from "../../incident-schema";
import { liveReducer } from "../../live/live-state";
import { withUnsent } from "../../live/with-unsent";
import type { EntryView } from "../../timeline/schema";
import { type Connection, useIncidentStream } from "./use-incident-stream";

type LiveIncident = {
  incident: IncidentState;
  can: IncidentDetail["can"];
  entries: EntryView[];
  actor: Actor;
  people: { id: string; name: string }[];
  connection: Connection;
  /** Milliseconds that this browser's clock is ahead of the server's. */
  skew: number;
  /** Path of the incident in the API. */
  api: string;
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
  entries: EntryView[];
  actor: Actor;
  people: { id: string; name: string }[];
  children: ReactNode;
};

export function LiveIncidentProvider({
  incident: first,
  entries: firstEntries,
  actor,
  people,
  children,
}: ProviderProps) {
  const [{ incident, entries }, dispatch] = useReducer(liveReducer, { incident: first, entries: firstEntries });
  const api = `/api/v1/incidents/${first.key}`;
  const lastSeq = useRef(first.lastSeq);
  lastSeq.current = Math.max(lastSeq.current, entries.at(-1)?.seq ?? 0);

  const addEntries = useCallback((added: EntryView[]) => dispatch({ type: "entries", entries: added }), []);
  const addSummary = useCallback((summary: IncidentSummary) => dispatch({ type: "summary", incident: summary }), []);
  const [skew, setSkew] = useState(0);
  const addIncident = useCallback((state: IncidentState) => dispatch({ type: "incident", incident: state }), []);
  const receive = useCallback(
    (state: IncidentState) => {
      setSkew(Date.now() - Date.parse(state.now));
      addIncident(state);
    },
    [addIncident],
  );
  const { items } = useOutbox();
  const mine = useMemo(() => withUnsent(incident, items), [incident, items]);
  const connection = useIncidentStream(`${api}/stream`, lastSeq, addEntries, receive);
  const refresh = useCallback(async () => {
    const answer = await call<IncidentDetail>("GET", api);
    if (answer.ok) addIncident(answer.value);
  }, [api, addIncident]);
  // The page itself may be rendered anew, after a run was started for example.
  useEffect(() => addIncident(first), [addIncident, first]);

  const value = useMemo(
    () => ({
      incident: mine,
      can: first.can,
      entries,
      actor,
      people,
      connection,
      skew,
      api,
      addEntries,
      addSummary,
      refresh,
    }),
    [mine, first.can, entries, actor, people, connection, skew, api, addEntries, addSummary, refresh],
  );
  return <LiveContext value={value}>{children}</LiveContext>;
}
