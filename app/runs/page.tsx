import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { RunRows } from "@/features/runs/components/lists/run-rows";
import { loadRuns, type SearchParams } from "@/features/runs/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("runs.list"))("title") };
}

export default async function RunsPage({ searchParams }: { searchParams: SearchParams }) {
  const t = await getTranslations("runs.list");
  const { runs, show } = await loadRuns(searchParams);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        actions={
          <nav aria-label={t("show")} className="flex gap-2">
            {(["drills", "all"] as const).map((which) => (
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
        }
      />
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
