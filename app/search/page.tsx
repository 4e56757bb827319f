import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { EmptyState } from "@/components/ui/empty-state";
import { PastIncidents } from "@/features/incidents/components/search/past-incidents";
import { loadMayReadIncidents } from "@/features/incidents/search/loaders";
import { SearchForm } from "@/features/runbooks/components/search/search-form";
import { SearchResults } from "@/features/runbooks/components/search/search-results";
import { loadSearch } from "@/features/runbooks/reading/loaders";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reading.search"))("title") };
}

export default async function SearchPage({ searchParams }: Props) {
  const t = await getTranslations("reading.search");
  const past = await getTranslations("incidents.past.search");
  const { q, results } = await loadSearch(await searchParams);
  const member = q !== "" && (await loadMayReadIncidents());
  return (
    <div
      className={classes(
        "mx-auto",
        member ? "max-w-7xl lg:grid lg:grid-cols-[minmax(0,1fr)_20rem] lg:gap-x-8" : "max-w-4xl",
      )}
    >
      <div>
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
      {member && <PastIncidents key={q} q={q} title={past("past")} all={past("pastAll")} />}
    </div>
  );
}
