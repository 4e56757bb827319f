import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { PageLink } from "@/components/ui/page-link";
import { DateTime } from "@/components/ui/time";
import type { DrillView } from "../../drills/schema";
import { RhythmWords } from "./rhythm-words";
import { ScheduleControls } from "./schedule-controls";
import { TurnMarks } from "./turn-marks";

type DrillSchedulesProps = { drills: DrillView[]; zone: string; able: boolean };

/** What is rehearsed regularly, when next, and how the last turns went. */
export function DrillSchedules({ drills, zone, able }: DrillSchedulesProps) {
  const t = useTranslations("runs.drills");
  return (
    <section aria-labelledby="drills-planned" className="mb-10">
      <h2 id="drills-planned" className="mb-1 text-lg font-semibold">
        {t("planned")}
      </h2>
      <p className="mb-3 max-w-[72ch] text-sm text-muted">{drills.length > 0 ? t("zone", { zone }) : t("noPlanned")}</p>
      {drills.length > 0 && (
        <ul className="divide-y divide-line rounded border border-line bg-surface">
          {drills.map((drill) => (
            <li key={drill.id} className="flex flex-wrap items-start gap-x-6 gap-y-3 px-4 py-3">
              <div className="min-w-0 flex-1 basis-72">
                <p className="flex flex-wrap items-center gap-2">
                  <PageLink
                    href={`/runbooks/${drill.runbook}#${drill.procedure}`}
                    className="font-medium wrap-anywhere hover:underline"
                  >
                    {drill.title}
                  </PageLink>
                  {drill.paused && <Badge>{t("paused")}</Badge>}
                </p>
                <p className="text-sm text-muted">{drill.service}</p>
                <p className="mt-1 text-sm">
                  <RhythmWords rhythm={drill.rhythm} date={drill.date} time={drill.time} />
                  {!drill.paused && (
                    <span className="text-muted">
                      {" "}
                      · {t.rich("next", { when: () => <DateTime at={drill.nextAt} /> })}
                    </span>
                  )}
                </p>
                {able && (
                  <div className="mt-1 -ml-2">
                    <ScheduleControls drill={drill} />
                  </div>
                )}
              </div>
              <div className="basis-64">
                <TurnMarks turns={drill.turns} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
