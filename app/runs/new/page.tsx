import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { LastTimeText } from "@/features/runs/components/lists/last-time";
import { StartForm } from "@/features/runs/components/start/start-form";
import { lastTimeOf } from "@/features/runs/last/last-times";
import { loadLastTimes } from "@/features/runs/last/loaders";
import { loadStart, type SearchParams } from "@/features/runs/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("runs.start"))("title") };
}

export default async function StartPage({ searchParams }: { searchParams: SearchParams }) {
  const t = await getTranslations("runs.start");
  const { found, incidents, able } = await loadStart(searchParams);
  if (!found) {
    return (
      <>
        <PageHeader title={t("title")} />
        <EmptyState title={t("missing")} action={<ButtonLink href="/runbooks">{t("find")}</ButtonLink>}>
          {t("missingLead")}
        </EmptyState>
      </>
    );
  }
  const { runbook, procedure } = found;
  const before = lastTimeOf(await loadLastTimes(runbook), procedure.id);
  return (
    <>
      <PageHeader
        title={procedure.title}
        eyebrow={t("title")}
        description={<Link href={`/runbooks/${runbook}#${procedure.id}`}>{runbook}</Link>}
      />
      {before && (
        <section aria-label={(await getTranslations("incidents.past.lastTime"))("title")} className="mb-6 max-w-2xl">
          <LastTimeText time={before} />
        </section>
      )}
      {able ? (
        <StartForm
          runbook={runbook}
          procedure={procedure.id}
          severity={procedure.severity}
          incidents={incidents.map(({ key, title, severity }) => ({ key, title, severity }))}
        />
      ) : (
        <Notice tone="warning">{t("forbidden")}</Notice>
      )}
    </>
  );
}
