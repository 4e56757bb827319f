import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { LiveRunProvider } from "@/features/runs/components/live/live-run";
import { RunScreen } from "@/features/runs/components/run-screen";
import type { loadRun } from "@/features/runs/loaders";
import { runBodies } from "./run-bodies";
import { RunVariables, RunVariablesPanel } from "./run-variables";

/** A run's page, the same under an incident and alone. */
export async function RunPage({ run, plan, artifacts, able, me }: Awaited<ReturnType<typeof loadRun>>) {
  const t = await getTranslations("runs");
  const bodies = runBodies(run, artifacts);
  return (
    <LiveRunProvider key={run.id} run={run} plan={plan} able={able} me={me}>
      <RunVariables>
        {artifacts.size === 0 && <Notice tone="warning">{t("header.unreadable")}</Notice>}
        <RunScreen bodies={bodies} side={<RunVariablesPanel />} />
      </RunVariables>
    </LiveRunProvider>
  );
}
