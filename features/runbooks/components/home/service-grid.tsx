import { useTranslations } from "next-intl";
import { PageLink } from "@/components/ui/page-link";
import { CalendarDay } from "@/components/ui/time";
import { runbookHref } from "../../links";
import { groupBy } from "../../reading/group";
import type { RunbookSummary } from "../../reading/summary";

/** Each service with its runbooks. */
export function ServiceGrid({ runbooks }: { runbooks: RunbookSummary[] }) {
  return (
    <div className="grid gap-x-10 gap-y-8 sm:grid-cols-2 xl:grid-cols-3">
      {groupBy(runbooks, (runbook) => runbook.service).map(([service, members]) => (
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

/** What nobody has vouched for in time, longest overdue first. */
export function OverdueReviews({ runbooks, canEdit }: { runbooks: RunbookSummary[]; canEdit: boolean }) {
  const t = useTranslations("reading.home");
  const overdue = runbooks
    .flatMap(({ overdueSince, ...one }) => (overdueSince ? [{ ...one, overdueSince }] : []))
    .sort((a, b) => a.overdueSince.localeCompare(b.overdueSince));
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
              {t("since")} <CalendarDay day={runbook.overdueSince} />
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
