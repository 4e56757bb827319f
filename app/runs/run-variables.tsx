"use client";
import { type ReactNode, useMemo } from "react";
import { VariablesProvider } from "@/features/runbooks/components/variables/variables";
import { useLiveRun } from "@/features/runs/components/live/live-run";
import { useRecordCopy, useSaveVariable } from "@/features/runs/components/live/use-run-variables";

/** The placeholders of a run's commands: values kept with the run, secrets in this tab, copies on record. */
export function RunVariables({ children }: { children: ReactNode }) {
  const { run } = useLiveRun();
  const save = useSaveVariable();
  const onCopy = useRecordCopy();
  const kept = useMemo(() => ({ values: run.variables, save }), [run.variables, save]);
  return (
    <VariablesProvider variables={run.declared} service={run.runbook} kept={kept} onCopy={onCopy}>
      {children}
    </VariablesProvider>
  );
}
