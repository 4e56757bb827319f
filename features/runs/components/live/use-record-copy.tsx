"use client";
import { useCallback, useEffect, useState } from "react";
import { v7 } from "uuid";
import { call } from "@/lib/http/client";
import type { ChangedRun } from "../../schema";
import { useLiveRun } from "./live-run";

const retryMs = 5_000;
/** Characters of a command that the record takes. */
const longest = 20_000;

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
      if (able && stepId) setQueue((all) => [...all, { id: v7(), stepId, lang, command: cut(command) }]);
    },
    [able, stepId],
  );
}

const cut = (text: string) => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);
const retryable = (code: string) => ["offline", "internal", "database_unavailable", "rate_limited"].includes(code);
