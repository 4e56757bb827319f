import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { DrillSchedules } from "@/features/runs/components/drills/drill-schedules";
import { DueDrills } from "@/features/runs/components/drills/due-drills";
import { RunRows } from "@/features/runs/components/lists/run-rows";
import { loadDrills } from "@/features/runs/drills/loaders";
import { loadRuns, type SearchParams } from "@/features/runs/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("runs.list"))("title") };
}

export default async function RunsPage({ searchParams }: { searchParams: SearchParams }) {
  const t = await getTranslations("runs.list");
  const [{ runs, show }, planned] = await Promise.all([loadRuns(searchParams), loadDrills()]);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        actions={
          <>
            <nav aria-label={t("show")} className="flex gap-2">
              {(["drills", "incidents", "all"] as const).map((which) => (
                <ButtonLink
                  key={which}
                  size="sm"
                  href={`/runs?show=${which}`}
                  variant={show === which ? "secondary" : "ghost"}
                  aria-current={show === which ? "page" : undefined}
                >
                  {t(which)}
                </ButtonLink>
              ))}
            </nav>
            {planned.ableToSchedule && (
              <ButtonLink size="sm" variant="primary" href="/runs/schedule">
                {t("schedule")}
              </ButtonLink>
            )}
          </>
        }
      />
      {show === "drills" && (
        <>
          <DueDrills drills={planned.drills} able={planned.ableToStart} />
          <DrillSchedules drills={planned.drills} zone={planned.zone} able={planned.ableToSchedule} />
          <h2 className="mb-3 text-lg font-semibold">{t("recent")}</h2>
        </>
      )}
      {runs.length > 0 ? (
        <RunRows runs={runs} />
      ) : (
        <EmptyState title={t("empty")} action={<ButtonLink href="/runbooks">{t("find")}</ButtonLink>}>
          {t("emptyLead")}
        </EmptyState>
      )}
    </>
  );
}
