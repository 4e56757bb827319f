import { getTranslations } from "next-intl/server";
import { FactGroup } from "@/features/runbooks/components/page/facts";
import { LastRuns } from "@/features/runs/components/lists/last-runs";
import { loadLastRuns } from "@/features/runs/last/loaders";

/** The latest runs of a runbook beside its text, for members; nothing where there are none. */
export async function RunbookRuns({ runbook }: { runbook: string }) {
  const runs = await loadLastRuns(runbook);
  if (runs.onIncidents.length + runs.drills.length === 0) return null;
  return (
    <FactGroup title={(await getTranslations("runs.list"))("last")}>
      <LastRuns {...runs} />
    </FactGroup>
  );
}
