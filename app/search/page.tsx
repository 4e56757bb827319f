import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { SearchForm } from "@/features/runbooks/components/search/search-form";
import { SearchResults } from "@/features/runbooks/components/search/search-results";
import { loadSearch } from "@/features/runbooks/reading/loaders";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reading.search"))("title") };
}

export default async function SearchPage({ searchParams }: Props) {
  const t = await getTranslations("reading.search");
  const { q, results } = await loadSearch(await searchParams);
  return (
    <div className="mx-auto max-w-4xl">
      <h1 className="sr-only">{t("title")}</h1>
      <div className="mb-6">
        <SearchForm key={q} initial={q} autoFocus={results.length === 0} />
        <p role="status" className="mt-2 text-sm text-muted">
          {q ? t("count", { count: results.length }) : t("hint")}
        </p>
      </div>
      {results.length > 0 && <SearchResults results={results} />}
      {q && results.length === 0 && (
        <EmptyState title={t("none")} action={<ButtonLink href="/runbooks">{t("browse")}</ButtonLink>}>
          <ul className="mx-auto max-w-md list-disc pl-5 text-left">
            <li>{t("tip.fewer")}</li>
            <li>{t("tip.line")}</li>
            <li>{t("tip.language")}</li>
          </ul>
        </EmptyState>
      )}
    </div>
  );
}
