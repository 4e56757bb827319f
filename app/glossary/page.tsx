import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { GlossaryView } from "@/features/runbooks/glossary/components/glossary-view";
import { LastChange } from "@/features/runbooks/glossary/components/last-change";
import { loadGlossary } from "@/features/runbooks/glossary/loaders";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("glossary"))("title") };
}

export default async function GlossaryPage({ searchParams }: Props) {
  const t = await getTranslations("glossary");
  const { page, asked, me } = await loadGlossary(await searchParams);
  return (
    <div className="mx-auto max-w-6xl">
      <PageHeader title={t("title")} description={t("lead")} />
      {page.lastChange && <LastChange change={page.lastChange} />}
      <GlossaryView key={page.source?.blob ?? ""} page={page} asked={asked} me={me} />
    </div>
  );
}
