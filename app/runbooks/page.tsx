import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { FilterForm } from "@/features/runbooks/components/lists/filter-form";
import { Pager } from "@/features/runbooks/components/lists/pager";
import { RunbooksByService } from "@/features/runbooks/components/lists/runbooks-by-service";
import { BrokenNotices } from "@/features/runbooks/components/page/broken-notices";
import { ExportLink } from "@/features/runbooks/export/components/export-link";
import { loadCatalogue } from "@/features/runbooks/reading/loaders";
import { loadOpenSuggestions } from "@/features/runbooks/suggestions/loaders";
import { ReadingProgress } from "../reading-progress";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reading.list"))("title") };
}

export default async function RunbooksPage({ searchParams }: Props) {
  const t = await getTranslations("reading.list");
  const { list, broken, facets, filters, total, canEdit } = await loadCatalogue(await searchParams);
  const open = canEdit ? await loadOpenSuggestions() : {};
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("count", { shown: list.total, total })}
        actions={
          <>
            <ExportLink />
            {canEdit && <ButtonLink href="/import">{t("import")}</ButtonLink>}
            {canEdit && <ButtonLink href="/runbooks/new">{t("new")}</ButtonLink>}
          </>
        }
      />
      <ReadingProgress />
      <FilterForm facets={facets} filters={filters} />
      <BrokenNotices broken={broken} />
      {list.total > 0 ? (
        <>
          <RunbooksByService runbooks={list.items} open={open} />
          <Pager page={list} action="/runbooks" parameters={filters} />
        </>
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
