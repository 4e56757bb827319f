import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { PageLink } from "@/components/ui/page-link";
import { SeverityMark } from "@/components/ui/severity-mark";
import { CalendarDay } from "@/components/ui/time";
import { runbookHref } from "../../links";
import type { RunbookSummary } from "../../reading/summary";
import { OpenCount } from "../../suggestions/components/open-count";
import { CriticalityBadge } from "../page/facts";

type Props = {
  runbook: RunbookSummary;
  procedures?: boolean;
  /** How many suggestions wait for an editor. */
  open?: number;
};

/** A runbook in a list: its title, what it is for, how bad it gets. */
export function RunbookRow({ runbook, procedures = false, open }: Props) {
  const t = useTranslations("reading.list");
  return (
    <li className="border-b border-line py-3 last:border-0">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <PageLink
          href={runbookHref(runbook.path)}
          className="font-semibold text-ink hover:text-accent hover:underline"
          lang={runbook.lang}
        >
          {runbook.title}
        </PageLink>
        <span className="flex flex-wrap items-baseline gap-x-2 gap-y-1 text-sm">
          <CriticalityBadge criticality={runbook.criticality} />
          {runbook.severities.map((severity) => (
            <SeverityMark key={severity} severity={severity} />
          ))}
          {runbook.overdueSince && (
            <Badge tone="warning">
              {t("overdueSince")} <CalendarDay day={runbook.overdueSince} />
            </Badge>
          )}
          <OpenCount path={runbook.path} count={open} />
        </span>
      </div>
      {runbook.summary && (
        <p lang={runbook.lang} className="mt-0.5 max-w-[80ch] text-muted">
          {runbook.summary}
        </p>
      )}
      {procedures && runbook.procedures.length > 0 && (
        <ul aria-label={t("procedures")} lang={runbook.lang} className="mt-2 grid gap-x-6 gap-y-1 sm:grid-cols-2">
          {runbook.procedures.map((procedure) => (
            <li key={procedure.id} className="flex min-w-0 items-baseline gap-2">
              <PageLink href={runbookHref(runbook.path, procedure.id)} className="min-w-0 text-accent hover:underline">
                {procedure.title}
              </PageLink>
              {procedure.severity && <SeverityMark severity={procedure.severity} className="text-sm" />}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
