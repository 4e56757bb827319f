"use client";
import { createContext, use, useCallback, useMemo, useReducer, useRef, useState } from "react";
import { call } from "@/lib/http/client";
import type { EntryView } from "../../timeline/schema";
import { filterParams, isOpen } from "../../timeline/window/filter";
import { cursorOf, instantIn } from "../../timeline/window/order";
import type { EntryFilter, TimelineOrder, WindowView } from "../../timeline/window/schema";
import {
  extendWindow,
  openWindow,
  receive,
  replaceWindow,
  type TimelineWindow,
} from "../../timeline/window/timeline-window";

/** Where a reader wants to be: an end, an entry by its number, or what happened from an instant on. */
export type Target = { to: "end" } | { to: "start" } | { to: "entry"; seq: number } | { to: "time"; at: string };
/** A target among the entries held; `mark` says which entry was meant. Each is reached once. */
export type Goal = { seq: number | "start" | "end"; mark: boolean };

type State = {
  window: TimelineWindow;
  /** Another stretch took the place of the one before: positions start anew. */
  generation: number;
  goal: Goal;
};
type Event =
  | { type: "receive"; entries: EntryView[] }
  | { type: "extend"; side: Side; view: WindowView }
  | { type: "replace"; view: WindowView; order: TimelineOrder; filter: EntryFilter; target: Target }
  | { type: "go"; target: Target };
type Side = "before" | "after";

export type Timeline = State & {
  /** What was asked for last, also while it is being read: whatever is asked for next starts from it. */
  wanted: EntryFilter;
  /** What is being read, and what could not be: a person asks again. */
  loading: Side | "stretch" | null;
  failed: boolean;
  load: (side: Side) => Promise<void>;
  go: (target: Target) => Promise<void>;
  show: (order: TimelineOrder, filter: EntryFilter, target?: Target) => Promise<void>;
};

export const TimelineContext = createContext<Timeline | null>(null);

/** The timeline of this page. */
export function useTimeline(): Timeline {
  const timeline = use(TimelineContext);
  if (!timeline) throw new Error("useTimeline needs a LiveIncidentProvider above it");
  return timeline;
}

/** Holds a stretch of a timeline and reads the rest of it as it is wanted. `add` takes whatever arrives. */
export function useTimelineState(api: string, first: WindowView, filter: EntryFilter) {
  const [state, dispatch] = useReducer(reduce, null, (): State => {
    return { window: openWindow(first, "happened", filter), generation: 0, goal: { seq: "end", mark: false } };
  });
  const [loading, setLoading] = useState<Timeline["loading"]>(null);
  const [failed, setFailed] = useState(false);
  const [wanted, setWanted] = useState(filter);
  const current = useRef(state.window);
  current.current = state.window;
  // An answer to what nobody waits for any more is dropped.
  const asked = useRef(0);

  const read = useCallback(
    async (what: Timeline["loading"], order: TimelineOrder, shown: EntryFilter, where: Record<string, string>) => {
      asked.current++;
      const turn = asked.current;
      setLoading(what);
      const query = new URLSearchParams({ order, ...filterParams(shown), ...where });
      const answer = await call<WindowView>("GET", `${api}/timeline/window?${query}`);
      if (turn !== asked.current) return null;
      setLoading(null);
      setFailed(!answer.ok);
      return answer.ok ? answer.value : null;
    },
    [api],
  );
  const show = useCallback(
    async (order: TimelineOrder, shown: EntryFilter, target: Target = { to: "end" }) => {
      setWanted(shown);
      const view = await read("stretch", order, shown, whereOf(target));
      if (view) dispatch({ type: "replace", view, order, filter: shown, target });
    },
    [read],
  );
  const load = useCallback(
    async (side: Side) => {
      const { entries, order, filter: shown } = current.current;
      const edge = side === "before" ? entries[0] : entries.at(-1);
      if (!edge || current.current[side] === 0) return;
      const view = await read(side, order, shown, { [side]: cursorOf(edge) });
      if (view) dispatch({ type: "extend", side, view });
    },
    [read],
  );
  const go = useCallback(
    async (target: Target) => {
      const { order, filter: shown } = current.current;
      if (isHeld(current.current, target)) return dispatch({ type: "go", target });
      // An entry that is asked for by its number is shown, whatever the filter says.
      const all: EntryFilter = target.to === "entry" ? { kind: [] } : shown;
      await show(order, all, target);
    },
    [show],
  );
  const add = useCallback((entries: EntryView[]) => dispatch({ type: "receive", entries }), []);
  const timeline = useMemo(
    (): Timeline => ({ ...state, wanted, loading, failed, load, go, show }),
    [state, wanted, loading, failed, load, go, show],
  );
  return { timeline, add };
}

function reduce(state: State, event: Event): State {
  const { window } = state;
  switch (event.type) {
    case "receive":
      return { ...state, window: receive(window, event.entries) };
    case "extend":
      return { ...state, window: extendWindow(window, event.side, event.view) };
    case "go":
      return { ...state, goal: goalOf(window, event.target) };
    case "replace": {
      const replaced = replaceWindow(window, event.view, event.order, event.filter);
      return { window: replaced, generation: state.generation + 1, goal: goalOf(replaced, event.target) };
    }
  }
}

function goalOf({ entries, order }: TimelineWindow, target: Target): Goal {
  if (target.to === "entry") return { seq: target.seq, mark: true };
  if (target.to !== "time") return { seq: target.to, mark: false };
  const found = entries.find((entry) => instantIn(order, entry) >= target.at);
  return found ? { seq: found.seq, mark: true } : { seq: "end", mark: false };
}

function isHeld({ entries, before, after, order, filter }: TimelineWindow, target: Target): boolean {
  const [first, last] = [entries[0], entries.at(-1)];
  switch (target.to) {
    case "start":
      return before === 0;
    case "end":
      return after === 0;
    case "entry":
      return isOpen(filter) && entries.some(({ seq }) => seq === target.seq);
    case "time":
      return (
        (before === 0 || (first !== undefined && instantIn(order, first) < target.at)) &&
        (after === 0 || (last !== undefined && instantIn(order, last) >= target.at))
      );
  }
}

function whereOf(target: Target): Record<string, string> {
  switch (target.to) {
    case "entry":
      return { around: String(target.seq) };
    case "time":
      return { at: target.at };
    default:
      return { from: target.to };
  }
}
