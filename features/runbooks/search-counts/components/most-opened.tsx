import { useTranslations } from "next-intl";
import { PageLink } from "@/components/ui/page-link";
import { runbookHref } from "../../links";
import type { OpenedRunbook } from "../schema";

/** The runbooks that searches lead to, each with a bar, and how far down it stood. */
export function MostOpened({ runbooks }: { runbooks: OpenedRunbook[] }) {
  const t = useTranslations("searchCounts.most");
  const most = Math.max(...runbooks.map(({ opened }) => opened), 1);
  return (
    <section aria-labelledby="most-opened" className="mb-8">
      <h2 id="most-opened" className="mb-1 text-lg font-semibold">
        {t("title")}
      </h2>
      {runbooks.length === 0 && <p className="text-muted">{t("empty")}</p>}
      <ol className="max-w-3xl divide-y divide-line">
        {runbooks.map(({ path, title, opened, first, late }) => (
          <li key={path} className="grid gap-x-4 gap-y-1 py-2 sm:grid-cols-[minmax(0,1fr)_16rem] sm:items-center">
            <PageLink href={runbookHref(path)} className="font-medium wrap-anywhere hover:underline">
              {title}
            </PageLink>
            <div>
              <div aria-hidden className="h-2 overflow-hidden rounded-full bg-raised">
                <span className="block h-full rounded-full bg-accent" style={{ width: `${(100 * opened) / most}%` }} />
              </div>
              <p className="mt-0.5 text-sm text-muted">{t("count", { opened, first, late })}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
