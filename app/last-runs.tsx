import { getTranslations } from "next-intl/server";
import { FactGroup } from "@/features/runbooks/components/page/facts";
import { LastRuns } from "@/features/runs/components/lists/last-runs";
import { LastTimes } from "@/features/runs/components/lists/last-time";
import { loadLastRuns } from "@/features/runs/last/loaders";

/** How a runbook went before, beside its text, for members; nothing where it was never followed. */
export async function RunbookRuns({ runbook }: { runbook: string }) {
  const { times, ...runs } = await loadLastRuns(runbook);
  const followed = times.filter(({ total }) => total > 0);
  return (
    <>
      {followed.length > 0 && (
        <FactGroup title={(await getTranslations("incidents.past.lastTime"))("title")}>
          <LastTimes times={followed} />
        </FactGroup>
      )}
      {runs.onIncidents.length + runs.drills.length > 0 && (
        <FactGroup title={(await getTranslations("runs.list"))("last")}>
          <LastRuns {...runs} />
        </FactGroup>
      )}
    </>
  );
}
