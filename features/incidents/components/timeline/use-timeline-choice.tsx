"use client";
import { useCallback, useSyncExternalStore } from "react";
import type { TimelineOrder } from "../../timeline/window/schema";
import { timelineOrders } from "../../vocabulary";

/** UTC, the reader's own zone, or the time since the incident began. */
export const timelineClocks = ["local", "utc", "elapsed"] as const;
export type TimelineClock = (typeof timelineClocks)[number];
export type TimelineChoice = { order: TimelineOrder; clock: TimelineClock };

const usual: TimelineChoice = { order: "happened", clock: "local" };
const listeners = new Set<() => void>();
const keyOf = (person: string) => `bitacora-timeline:${person}`;

/** How a person reads timelines in this browser: remembered here, and the usual way where nothing can be. */
export function useTimelineChoice(person: string): [TimelineChoice, (choice: Partial<TimelineChoice>) => void] {
  const kept = useSyncExternalStore(
    subscribe,
    () => readKept(person),
    () => null,
  );
  const choice = parse(kept);
  const choose = useCallback(
    (change: Partial<TimelineChoice>) => {
      try {
        localStorage.setItem(keyOf(person), JSON.stringify({ ...parse(readKept(person)), ...change }));
      } catch {
        // No storage in this browser: the usual way then.
      }
      for (const listener of listeners) listener();
    },
    [person],
  );
  return [choice, choose];
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

function readKept(person: string): string | null {
  try {
    return localStorage.getItem(keyOf(person));
  } catch {
    return null;
  }
}

function parse(kept: string | null): TimelineChoice {
  try {
    const { order, clock } = JSON.parse(kept ?? "{}") as Record<string, unknown>;
    return {
      order: timelineOrders.find((each) => each === order) ?? usual.order,
      clock: timelineClocks.find((each) => each === clock) ?? usual.clock,
    };
  } catch {
    return usual;
  }
}
