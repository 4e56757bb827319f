"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { v7 } from "uuid";
import { call } from "@/lib/http/client";
import type { ChangedRun, RunView } from "../../schema";
import { useLiveRun } from "./live-run";

/** Pause in typing after which a value is sent, in ms. */
const pauseMs = 600;
const retryMs = 5_000;

/** Sends values for the run's placeholders as they are typed, once per pause; what did not arrive is sent again. */
export function useSaveVariable(): (name: string, value: string) => void {
  const { run, able, update } = useLiveRun();
  const waiting = useRef<Record<string, string | null>>({});
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const path = `/api/v1/runs/${run.id}/variables`;
  const flush = useCallback(async () => {
    const variables = waiting.current;
    waiting.current = {};
    if (Object.keys(variables).length === 0) return;
    const answer = await call<RunView>("PATCH", path, { variables });
    if (answer.ok) return update(answer.value);
    if (!retryable(answer.code)) return;
    waiting.current = { ...variables, ...waiting.current };
    timer.current = setTimeout(() => void flush(), retryMs);
  }, [path, update]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(
    (name, value) => {
      if (!able) return;
      waiting.current[name] = value === "" ? null : value;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), pauseMs);
    },
    [able, flush],
  );
}

type Copy = { id: string; stepId: string; lang: string; command: string };

/** Puts copied commands on record for the step on screen. Copies that did not arrive are sent again, in order. */
export function useRecordCopy(): (lang: string, command: string) => void {
  const { run, able, shown, update } = useLiveRun();
  const [queue, setQueue] = useState<Copy[]>([]);
  const first = queue[0];
  const path = `/api/v1/runs/${run.id}/copies`;
  useEffect(() => {
    if (!first) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    const send = async () => {
      const answer = await call<ChangedRun>("POST", path, first);
      if (answer.ok) update(answer.value.run);
      if (answer.ok || !retryable(answer.code)) setQueue((all) => all.filter(({ id }) => id !== first.id));
      else if (!stopped) timer = setTimeout(() => void send(), retryMs);
    };
    void send();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [first, path, update]);
  const stepId = shown?.id;
  return useCallback(
    (lang, command) => {
      if (able && stepId) setQueue((all) => [...all, { id: v7(), stepId, lang, command }]);
    },
    [able, stepId],
  );
}

const retryable = (code: string) => ["offline", "internal", "database_unavailable", "rate_limited"].includes(code);
