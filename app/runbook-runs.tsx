import { useTranslations } from "next-intl";
import { FactGroup } from "@/features/runbooks/components/page/facts";
import { LastRuns } from "@/features/runs/components/lists/last-runs";
import { LastTimes } from "@/features/runs/components/lists/last-time";
import type { Last } from "@/features/runs/last/last-times";

/** How a runbook went before, beside its text, for members; nothing where it was never followed. */
export function RunbookRuns({ times, ...runs }: Last) {
  const lastTime = useTranslations("incidents.past.lastTime");
  const list = useTranslations("runs.list");
  const followed = times.filter(({ total }) => total > 0);
  return (
    <>
      {followed.length > 0 && (
        <FactGroup title={lastTime("title")}>
          <LastTimes times={followed} />
        </FactGroup>
      )}
      {runs.onIncidents.length + runs.drills.length > 0 && (
        <FactGroup title={list("last")}>
          <LastRuns {...runs} />
        </FactGroup>
      )}
    </>
  );
}
