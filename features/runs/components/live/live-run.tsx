"use client";
import { useTranslations } from "next-intl";
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
import { v7 } from "uuid";
import type { Presence } from "@/features/incidents/presence/schema";
import { call } from "@/lib/http/client";
import { isHandChange } from "../../claims/claim";
import { screenStep } from "../../claims/screen-step";
import type { ActedStep, ActOnStep, ChangedRun, EndRun, RunChange, RunView, StepView } from "../../schema";
import { applyChange } from "../../stream/run-change";
import { newer, type Refused, skewOf } from "./run-state";
import { useRunStream } from "./use-run-stream";

type Action = Omit<ActOnStep, "runId" | "expectedVersion" | "id">;

type LiveRun = {
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
  /** @returns whether it was recorded */
  act: (action: Action, expectedVersion: number) => Promise<boolean>;
  end: (outcome: EndRun["outcome"], reason: string) => Promise<boolean>;
  /** Steps that this reader is handing over or taking over: what comes of it is no news to them. */
  ownHands: RefObject<Set<string>>;
  dismiss: () => void;
  update: (run: RunView) => void;
};

type Body = { id: string; [field: string]: unknown };

const RunContext = createContext<LiveRun | null>(null);

/** The run of this page, kept current by its stream and by the answers to our own actions. */
export function useLiveRun(): LiveRun {
  const live = use(RunContext);
  if (!live) throw new Error("useLiveRun needs a LiveRunProvider above it");
  return live;
}

type Props = { run: RunView; able: boolean; me: LiveRun["me"]; children: ReactNode };

export function LiveRunProvider({ run: first, able, me, children }: Props) {
  const t = useTranslations("runs.action");
  const [run, setRun] = useState(first);
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
  const [sending, setSending] = useState<(string | null)[]>([]);
  const [refused, setRefused] = useState<Refused | null>(null);

  const held = useRef(first);
  const update = useCallback((arrived: RunView) => {
    held.current = newer(held.current, arrived);
    setRun(held.current);
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
  const shown = screenStep(run, { id: me.id, able, chosen, here });
  const shownId = shown?.id ?? null;
  useEffect(() => {
    if (here !== shownId) setHere(shownId);
  }, [here, shownId]);
  const { lost, people } = useRunStream(first.id, shownId ?? "", update, change);

  const send = useCallback(
    async <T extends { run: RunView }>(stepId: string | null, path: string, body: Body): Promise<boolean> => {
      setSending((all) => [...all, stepId]);
      setRefused(null);
      const choice = choices.current;
      const answer = await call<T>("POST", `/api/v1/runs/${first.id}${path}`, body);
      setSending((all) => all.filter((one) => one !== stepId));
      if (answer.ok) {
        update(answer.value.run);
        if (choices.current === choice) setChosen((now) => (now === stepId ? null : now));
        return true;
      }
      const title = answer.code === "offline" ? t("offline") : answer.title || t("failed");
      const current = answer.code === "stale_version" ? (answer.details.current as StepView) : null;
      if (current) void readAgain();
      // The other person's action may have led on already: whoever was too late is shown what they were about to do.
      if (current && choices.current === choice) setChosen(stepId);
      // The same id again is the same action; after a conflict it is a new decision on the current row.
      const next: Body = current ? { ...body, id: v7(), expectedVersion: current.version } : body;
      const event = typeof body.event === "string" ? body.event : null;
      setRefused({ stepId, event, code: answer.code, title, current, again: () => void send<T>(stepId, path, next) });
      return false;
    },
    [first.id, t, update, readAgain],
  );
  const ownHands = useRef(new Set<string>());
  const act = useCallback(
    ({ stepId, ...action }: Action, expectedVersion: number) => {
      if (isHandChange(action.event)) ownHands.current.add(stepId);
      return send<ActedStep>(stepId, `/steps/${encodeURIComponent(stepId)}`, { ...action, expectedVersion, id: v7() });
    },
    [send],
  );
  const end = useCallback(
    (outcome: EndRun["outcome"], reason: string) => send<ChangedRun>(null, "/end", { outcome, reason, id: v7() }),
    [send],
  );

  const value = useMemo<LiveRun>(() => {
    const dismiss = () => setRefused(null);
    const busy = sending.includes(null) || (shown !== null && sending.includes(shown.id));
    return { run, able, me, people, busy, lost, skew, refused, shown, show, act, end, ownHands, dismiss, update };
  }, [run, able, me, people, sending, lost, skew, refused, shown, show, act, end, update]);
  return <RunContext value={value}>{children}</RunContext>;
}
