import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Marked } from "@/components/ui/marked";
import { PageLink } from "@/components/ui/page-link";
import { runbookHref } from "../../links";
import { groupBy } from "../../reading/group";
import type { SearchResult } from "../../search/search";
import { ResultKeys } from "./result-keys";

/** Answers by runbook, in the order of each one's best. */
export function SearchResults({ results }: { results: SearchResult[] }) {
  const t = useTranslations("reading.search");
  const groups = groupBy(results, (result) => result.path);
  return (
    <ResultKeys>
      {groups.map(([path, sections]) => {
        const [first] = sections;
        return (
          <section key={path} aria-labelledby={`result-${path}`} className="mb-6">
            <h2
              id={`result-${path}`}
              className="flex flex-wrap items-baseline gap-x-2 border-b border-line pb-1.5 text-base"
            >
              <span className="font-semibold">{first?.title}</span>
              <span className="text-sm text-muted">{first?.service}</span>
            </h2>
            <ul>
              {sections.slice(0, 5).map((result) => (
                <li key={result.anchor}>
                  <PageLink
                    href={runbookHref(result.path, result.anchor)}
                    data-result
                    className="-mx-3 block rounded px-3 py-2 hover:bg-raised focus-visible:bg-raised"
                  >
                    <span className="flex flex-wrap items-baseline gap-x-2">
                      <span className="font-medium text-accent">{result.heading || result.title}</span>
                      <Badge>{t(`kind.${result.kind}`)}</Badge>
                    </span>
                    {result.snippet && (
                      <span className="mt-0.5 block max-w-[88ch] text-sm text-muted wrap-anywhere">
                        <Marked text={result.snippet} matches={result.matches} />
                      </span>
                    )}
                  </PageLink>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </ResultKeys>
  );
}
