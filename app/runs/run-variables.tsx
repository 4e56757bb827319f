"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { VariablesProvider } from "@/features/runbooks/components/variables/variables";
import { VariablesPanel } from "@/features/runbooks/components/variables/variables-panel";
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

/** The fields of the placeholders that this run's commands have. */
export function RunVariablesPanel() {
  const t = useTranslations("runs");
  const { run } = useLiveRun();
  const used = new Set(run.steps.flatMap(({ commands }) => commands.flatMap(({ placeholders }) => placeholders)));
  if (used.size === 0) return null;
  return (
    <section aria-labelledby="run-variables" className="grid gap-2">
      <h2 id="run-variables" className="text-sm font-semibold">
        {t("variables.title")}
      </h2>
      <VariablesPanel only={used} />
    </section>
  );
}
