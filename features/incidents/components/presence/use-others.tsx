"use client";
import { useSyncExternalStore } from "react";
import { useLiveIncident } from "../view/live-incident";
import { presenceNow, presenceOnServer, subscribeToPresence } from "./presence-store";

/** The other people who have the incident open, and how many more there are. */
export function useOthers() {
  const { actor } = useLiveIncident();
  const { crowd } = useSyncExternalStore(subscribeToPresence, presenceNow, presenceOnServer);
  return { others: crowd.people.filter(({ id }) => id !== actor.id), more: crowd.more };
}
