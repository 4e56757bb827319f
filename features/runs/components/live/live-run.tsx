"use client";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, use, useCallback, useMemo, useRef, useState } from "react";
import { v7 } from "uuid";
import { call } from "@/lib/http/client";
import type { ActedStep, ActOnStep, ChangedRun, EndRun, RunView, StepView } from "../../schema";
import { newer, type Refused, skewOf } from "./run-state";
import { useRunStream } from "./use-run-stream";

type Action = Omit<ActOnStep, "runId" | "expectedVersion" | "id">;

type LiveRun = {
  run: RunView;
  /** Whether this reader may act. */
  able: boolean;
  me: { id: string | null; name: string };
  /** Whether an action on the step on screen, or the end of the run, is on its way. */
  busy: boolean;
  lost: boolean;
  skew: number;
  refused: Refused | null;
  /** The step on screen: the one chosen, else the one in focus. */
  shown: StepView | null;
  show: (stepId: string | null) => void;
  /** @returns whether it was recorded */
  act: (action: Action, expectedVersion: number) => Promise<boolean>;
  end: (outcome: EndRun["outcome"], reason: string) => Promise<boolean>;
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
  /** Counts what the reader chose to look at: an answer that arrives late must not take them away from it. */
  const choices = useRef(0);
  const show = useCallback((stepId: string | null) => {
    choices.current += 1;
    setChosen(stepId);
  }, []);
  const [sending, setSending] = useState<(string | null)[]>([]);
  const [refused, setRefused] = useState<Refused | null>(null);

  const update = useCallback((arrived: RunView) => {
    setRun((held) => newer(held, arrived));
    setSkew(skewOf(arrived, Date.now()));
  }, []);
  const lost = useRunStream(first.id, update);

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
      if (current) void call<RunView>("GET", `/api/v1/runs/${first.id}`).then((now) => now.ok && update(now.value));
      // The same id again is the same action; after a conflict it is a new decision on the current row.
      const next: Body = current ? { ...body, id: v7(), expectedVersion: current.version } : body;
      setRefused({ stepId, code: answer.code, title, current, again: () => void send<T>(stepId, path, next) });
      return false;
    },
    [first.id, t, update],
  );
  const act = useCallback(
    ({ stepId, ...action }: Action, expectedVersion: number) =>
      send<ActedStep>(stepId, `/steps/${encodeURIComponent(stepId)}`, { ...action, expectedVersion, id: v7() }),
    [send],
  );
  const end = useCallback(
    (outcome: EndRun["outcome"], reason: string) => send<ChangedRun>(null, "/end", { outcome, reason, id: v7() }),
    [send],
  );

  const value = useMemo<LiveRun>(() => {
    const shown = run.steps.find(({ id }) => id === (chosen ?? run.focus.stepId)) ?? null;
    const dismiss = () => setRefused(null);
    const busy = sending.includes(null) || (shown !== null && sending.includes(shown.id));
    return { run, able, me, busy, lost, skew, refused, shown, show, act, end, dismiss, update };
  }, [run, able, me, sending, lost, skew, refused, chosen, show, act, end, update]);
  return <RunContext value={value}>{children}</RunContext>;
}
