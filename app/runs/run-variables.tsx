"use client";
import type { ReactNode } from "react";
import { useVariables, VariablesProvider } from "@/features/runbooks/components/variables/variables";
import { RunDraftsProvider, useRunVariables } from "@/features/runs/components/variables/run-drafts";
import { VariablesSection } from "@/features/runs/components/variables/variables-section";

/** The placeholders of a run's commands: values kept with the run, secrets in this tab, copies on record. */
export function RunVariables({ children }: { children: ReactNode }) {
  return (
    <RunDraftsProvider>
      <Fields>{children}</Fields>
    </RunDraftsProvider>
  );
}

function Fields({ children }: { children: ReactNode }) {
  return <VariablesProvider {...useRunVariables()}>{children}</VariablesProvider>;
}

export function RunVariablesPanel() {
  return <VariablesSection fields={useVariables()} />;
}
