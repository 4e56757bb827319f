import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { FilterForm } from "@/features/runbooks/components/lists/filter-form";
import { RunbooksByService } from "@/features/runbooks/components/lists/runbooks-by-service";
import { BrokenNotice } from "@/features/runbooks/components/page/broken-notice";
import { ExportLink } from "@/features/runbooks/export/components/export-link";
import { loadCatalogue } from "@/features/runbooks/reading/loaders";
import { loadOpenSuggestions } from "@/features/runbooks/suggestions/loaders";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reading.list"))("title") };
}

export default async function RunbooksPage({ searchParams }: Props) {
  const t = await getTranslations("reading.list");
  const { runbooks, broken, facets, filters, total, canEdit } = await loadCatalogue(await searchParams);
  const open = canEdit ? await loadOpenSuggestions() : {};
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("count", { shown: runbooks.length, total })}
        actions={
          <>
            <ExportLink />
            {canEdit && <ButtonLink href="/import">{t("import")}</ButtonLink>}
            {canEdit && <ButtonLink href="/runbooks/new">{t("new")}</ButtonLink>}
          </>
        }
      />
      <FilterForm facets={facets} filters={filters} />
      <div className="mb-6 grid gap-3 empty:hidden">
        {broken.map((one) => (
          <BrokenNotice key={one.path} {...one} />
        ))}
      </div>
      {runbooks.length > 0 ? (
        <RunbooksByService runbooks={runbooks} open={open} />
      ) : (
        <EmptyState
          title={total === 0 ? t("none") : t("noMatch")}
          action={total > 0 && <ButtonLink href="/runbooks">{t("clear")}</ButtonLink>}
        >
          {total === 0 ? t("noneHint") : t("noMatchHint")}
        </EmptyState>
      )}
    </>
  );
}
