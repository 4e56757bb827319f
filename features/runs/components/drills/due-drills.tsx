import { useTranslations } from "next-intl";
import { PageLink } from "@/components/ui/page-link";
import { RelativeTime } from "@/components/ui/time";
import { dueTurn } from "../../drills/drill-view";
import type { DrillView } from "../../drills/schema";
import { StartTurn } from "./start-turn";

/** Drills whose turn has come, each one tap from its run. Nothing where none is due. */
export function DueDrills({ drills, able }: { drills: DrillView[]; able: boolean }) {
  const t = useTranslations("runs.drills");
  const due = drills.flatMap((drill) => {
    const turn = dueTurn(drill);
    return turn ? [{ drill, turn }] : [];
  });
  if (due.length === 0) return null;
  return (
    <section aria-labelledby="drills-due" className="mb-10">
      <h2 id="drills-due" className="mb-3 text-lg font-semibold">
        {t("due")}
      </h2>
      <ul className="divide-y divide-line rounded border border-line bg-surface">
        {due.map(({ drill, turn }) => (
          <li key={turn.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2.5">
            <span className="min-w-0 flex-1 basis-60">
              <PageLink href={`/runbooks/${drill.runbook}#${drill.procedure}`} className="font-medium hover:underline">
                {drill.title}
              </PageLink>
              <span className="block text-sm text-muted">
                {drill.service} · {t.rich("since", { when: () => <RelativeTime at={turn.dueAt} /> })}
              </span>
            </span>
            {able && (
              <StartTurn
                turn={turn.id}
                runbook={drill.runbook}
                procedure={drill.procedure}
                label={t("start")}
                failed={t("failed")}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
