import { useTranslations } from "next-intl";
import { PageLink } from "@/components/ui/page-link";
import { CalendarDay } from "@/components/ui/time";
import { runbookHref } from "../../links";
import type { RunbookSummary } from "../../reading/summary";

type Services = ReadonlyMap<string, RunbookSummary[]>;

/** Runbooks that a home page can name one by one, and services that it can name at all. */
const fewRunbooks = 60;
const fewServices = 60;

/** Each service with its runbooks; of a large library only how many there are. */
export function ServiceGrid({ services }: { services: Services }) {
  const count = [...services.values()].reduce((sum, members) => sum + members.length, 0);
  if (count > fewRunbooks) return <ManyServices services={services} />;
  return (
    <div className="grid gap-x-10 gap-y-8 sm:grid-cols-2 xl:grid-cols-3">
      {[...services].map(([service, members]) => (
        <section key={service} aria-labelledby={`home-${service}`}>
          <h3 id={`home-${service}`} className="mb-1 border-b border-line pb-1.5 font-semibold">
            <PageLink href={`/runbooks/${service}`} className="hover:text-accent hover:underline">
              {service}
            </PageLink>
          </h3>
          <ul>
            {members.map((runbook) => (
              <li key={runbook.path}>
                <PageLink
                  href={runbookHref(runbook.path)}
                  lang={runbook.lang}
                  className="-mx-2 block rounded px-2 py-1 text-muted hover:bg-raised hover:text-ink"
                >
                  {runbook.title}
                </PageLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function ManyServices({ services }: { services: Services }) {
  const t = useTranslations("reading.large");
  return (
    <>
      <ul className="grid gap-x-10 sm:grid-cols-2 xl:grid-cols-3">
        {[...services].slice(0, fewServices).map(([service, members]) => (
          <li key={service} className="flex items-baseline justify-between gap-3 border-b border-line py-1.5">
            <PageLink href={`/runbooks/${service}`} className="min-w-0 wrap-anywhere hover:text-accent hover:underline">
              {service}
            </PageLink>
            <span className="shrink-0 text-sm text-muted tabular-nums">{t("count", { count: members.length })}</span>
          </li>
        ))}
      </ul>
      {services.size > fewServices && (
        <PageLink href="/runbooks" className="mt-2 inline-block text-accent hover:underline">
          {t("allServices", { count: services.size })}
        </PageLink>
      )}
    </>
  );
}

/** What nobody has vouched for in time. @param overdue longest first */
export function OverdueReviews({ overdue, canEdit }: { overdue: RunbookSummary[]; canEdit: boolean }) {
  const t = useTranslations("reading.home");
  const worklist = canEdit && (
    <PageLink href="/worklist" className="mt-2 inline-block text-accent hover:underline">
      {t("worklist")}
    </PageLink>
  );
  if (overdue.length === 0) {
    return (
      <>
        <p className="text-muted">{t("noneOverdue")}</p>
        {worklist}
      </>
    );
  }
  return (
    <>
      <ul>
        {overdue.slice(0, 8).map((runbook) => (
          <li
            key={runbook.path}
            className="flex flex-wrap items-baseline gap-x-3 border-b border-line py-1.5 last:border-0"
          >
            <PageLink
              href={runbookHref(runbook.path)}
              className="font-medium hover:text-accent hover:underline"
              lang={runbook.lang}
            >
              {runbook.title}
            </PageLink>
            <span className="text-sm text-muted">{runbook.service}</span>
            <span className="ml-auto text-sm text-warning">
              {t("since")} {runbook.overdueSince && <CalendarDay day={runbook.overdueSince} />}
            </span>
          </li>
        ))}
      </ul>
      {worklist}
      {!canEdit && overdue.length > 8 && (
        <PageLink href="/runbooks?overdue=1" className="mt-2 inline-block text-accent hover:underline">
          {t("allOverdue", { count: overdue.length })}
        </PageLink>
      )}
    </>
  );
}
