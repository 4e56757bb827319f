"use client";
import { createContext, type ReactNode, use, useCallback, useMemo } from "react";
import { VariablesProvider } from "@/features/runbooks/components/variables/variables";
import { withDrafts } from "../../variables/drafts";
import { useLiveRun } from "../live/live-run";
import { useRecordCopy } from "../live/use-record-copy";
import { useDrafts } from "./use-drafts";

type VariableDrafts = ReturnType<typeof useDrafts>;
const DraftsContext = createContext<VariableDrafts | null>(null);

/** What this person is typing into the run's variables. */
export function useVariableDrafts(): VariableDrafts {
  const drafts = use(DraftsContext);
  if (!drafts) throw new Error("useVariableDrafts needs RunVariables above it");
  return drafts;
}

/** The placeholders of a run's commands: values kept with the run, secrets in this tab, copies on record. */
export function RunVariables({ children }: { children: ReactNode }) {
  const { run } = useLiveRun();
  const own = useDrafts();
  const record = useRecordCopy();
  const { drafts, set, flush } = own;
  const kept = useMemo(() => ({ values: withDrafts(run.variables, drafts), set }), [run.variables, drafts, set]);
  const onCopy = useCallback(
    (lang: string, command: string) => {
      void flush();
      record(lang, command);
    },
    [flush, record],
  );
  const onLeave = useCallback(() => void flush(true), [flush]);
  return (
    <VariablesProvider variables={run.declared} service={run.runbook} kept={kept} onCopy={onCopy} onLeave={onLeave}>
      <DraftsContext value={own}>{children}</DraftsContext>
    </VariablesProvider>
  );
}
