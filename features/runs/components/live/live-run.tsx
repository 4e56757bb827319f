"use client";
import {
  createContext,
  type ReactNode,
  type RefObject,
  use,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useKeptState } from "@/components/layout/offline/use-kept-state";
import { useOutbox } from "@/components/layout/outbox/use-outbox";
import { useWakeOutbox } from "@/components/layout/outbox/use-wake-outbox";
import type { Presence } from "@/features/incidents/presence/schema";
import { call } from "@/lib/http/client";
import type { OutboxItem } from "@/lib/offline/outbox-item";
import { isHandChange } from "../../claims/claim";
import { screenStep } from "../../claims/screen-step";
import type { RunPlan } from "../../run-plan";
import type { EndRun, RunChange, RunView, StepView } from "../../schema";
import { applyChange } from "../../stream/run-change";
import { actionOf, withUnsent } from "../../unsent/unsent-run";
import { newer, type Refused, skewOf } from "./run-state";
import { useRunStream } from "./use-run-stream";
import { type Action, useRunWrites } from "./use-run-writes";

export type LiveRun = {
  run: RunView;
  /** Whether this reader may act. */
  able: boolean;
  me: { id: string | null; name: string };
  /** Who has the run open now, the reader included. */
  people: Presence["people"];
  /** Whether an action on the step on screen, or the end of the run, is on its way. */
  busy: boolean;
  lost: boolean;
  skew: number;
  refused: Refused | null;
  /** The step on screen: the one chosen, else the one that the reader is at. */
  shown: StepView | null;
  show: (stepId: string | null) => void;
  /** @returns whether it was recorded, or is kept to be sent */
  act: (action: Action, expectedVersion: number) => Promise<boolean>;
  end: (outcome: EndRun["outcome"], reason: string) => Promise<boolean>;
  /** Steps that this reader did something to that is not sent yet, with the latest of it. */
  unsent: ReadonlyMap<string, OutboxItem>;
  /** Steps that this reader is handing over or taking over: what comes of it is no news to them. */
  ownHands: RefObject<Set<string>>;
  dismiss: () => void;
  update: (run: RunView) => void;
};

/** Filled by `LiveRunProvider`, and by a rehearsal with a run that nobody runs. */
export const RunContext = createContext<LiveRun | null>(null);

/** The run of this page, kept current by its stream and by the answers to our own actions. */
export function useLiveRun(): LiveRun {
  const live = use(RunContext);
  if (!live) throw new Error("useLiveRun needs a LiveRunProvider above it");
  return live;
}

type Props = { run: RunView; plan: RunPlan; able: boolean; me: LiveRun["me"]; children: ReactNode };

/** @param plan what the run pinned, for what this browser does without the server */
export function LiveRunProvider({ run: first, plan, able, me, children }: Props) {
  const [served, setServed] = useState(first);
  const [skew, setSkew] = useState(0);
  const [chosen, setChosen] = useState<string | null>(null);
  const [here, setHere] = useState<string | null>(null);
  /** Counts what the reader chose to look at: an answer that arrives late must not take them away from it. */
  const choices = useRef(0);
  const show = useCallback((stepId: string | null) => {
    choices.current += 1;
    setChosen(stepId);
    setHere(null);
  }, []);

  const held = useRef(first);
  const update = useCallback((arrived: RunView) => {
    held.current = newer(held.current, arrived);
    setServed(held.current);
    setSkew(skewOf(arrived, Date.now()));
  }, []);
  const readAgain = useCallback(async () => {
    const now = await call<RunView>("GET", `/api/v1/runs/${first.id}`);
    if (now.ok) update(now.value);
  }, [first.id, update]);
  const change = useCallback(
    (arrived: RunChange) => {
      const next = applyChange(held.current, arrived);
      if (next) update(next);
      else void readAgain();
    },
    [update, readAgain],
  );
  const { items } = useOutbox();
  const run = useMemo(() => withUnsent(served, plan, delayed(items)), [served, plan, items]);
  const shown = screenStep(run, { id: me.id, able, chosen, here });
  const shownId = shown?.id ?? null;
  useEffect(() => {
    if (here !== shownId) setHere(shownId);
  }, [here, shownId]);
  const { lost, people } = useRunStream(first.id, shownId ?? "", update, change);
  useWakeOutbox(!lost);
  useKeptState(`run/${first.id}`, served, !lost, (last) => {
    held.current = newer(held.current, last);
    setServed(held.current); // its clock is of then: the skew stays as it is
  });

  const { sending, unsent, refused, dismiss, ...writes } = useRunWrites({
    run,
    me,
    update,
    readAgain,
    choices,
    choose: setChosen,
  });
  const ownHands = useRef(new Set<string>());
  const act = useCallback(
    (action: Action, expectedVersion: number) => {
      if (isHandChange(action.event)) ownHands.current.add(action.stepId);
      return writes.act(action, expectedVersion);
    },
    [writes.act],
  );

  const value = useMemo<LiveRun>(() => {
    const busy = sending.includes(null) || (shown !== null && sending.includes(shown.id));
    const waiting = new Map(unsent.flatMap((item) => (actionOf(item)?.does === "act" ? [[stepOf(item), item]] : [])));
    const mine = { act, end: writes.end, dismiss: dismiss ?? (() => {}), unsent: waiting };
    return { run, able, me, people, busy, lost, skew, refused, shown, show, ownHands, update, ...mine };
  }, [run, able, me, people, sending, unsent, lost, skew, refused, shown, show, act, writes.end, dismiss, update]);
  return <RunContext value={value}>{children}</RunContext>;
}

/** What is simply on its way is not shown before the server has it. */
const delayed = (items: OutboxItem[]) => items.filter(({ state }) => state !== "sending");

const stepOf = (item: OutboxItem): string => {
  const action = actionOf(item);
  return action?.does === "act" ? action.stepId : "";
};
