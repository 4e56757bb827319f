"use client";
import { createContext, type ReactNode, use, useCallback, useMemo } from "react";
import { withDrafts } from "../../variables/drafts";
import { useLiveRun } from "../live/live-run";
import { useRecordCopy } from "../live/use-record-copy";
import { useDrafts } from "./use-drafts";

type RunDrafts = ReturnType<typeof useDrafts>;
const DraftsContext = createContext<RunDrafts | null>(null);

/** What this person is typing into the run's variables. */
export function useRunDrafts(): RunDrafts {
  const drafts = use(DraftsContext);
  if (!drafts) throw new Error("useRunDrafts needs RunDraftsProvider above it");
  return drafts;
}

export function RunDraftsProvider({ children }: { children: ReactNode }) {
  return <DraftsContext value={useDrafts()}>{children}</DraftsContext>;
}

/** Where the page's commands take their values from, and tell of being copied: values with the run, copies on record. */
export function useRunVariables() {
  const { run } = useLiveRun();
  const record = useRecordCopy();
  const { drafts, set, flush } = useRunDrafts();
  const kept = useMemo(() => ({ values: withDrafts(run.variables, drafts), set }), [run.variables, drafts, set]);
  const onLeave = useCallback(() => void flush(true), [flush]);
  const onCopy = useCallback(
    (lang: string, command: string) => {
      void flush();
      record(lang, command);
    },
    [flush, record],
  );
  return { variables: run.declared, service: run.runbook, kept, onCopy, onLeave };
}
