import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import type { Unread } from "../../reading/schema";
import type { Asked } from "../../search/address";
import type { IncidentSearchPage, SearchIncidents } from "../../search/schema";
import { FoundIncidentItem } from "../search/found-incident";
import { IncidentSearchForm } from "../search/incident-search-form";
import { IncidentFilters } from "./incident-filters";
import { IncidentRows } from "./incident-rows";
import { StatusLinks } from "./status-links";

type IncidentListProps = {
  page: IncidentSearchPage;
  unread: Unread;
  asked: Asked;
  filters: SearchIncidents;
  /** Whether anything beside the active ones was asked for. */
  filtered: boolean;
  services: string[];
  canDeclare: boolean;
  /** Address of the page after this one. */
  next: string | null;
};

export function IncidentList({
  page,
  unread,
  asked,
  filters,
  filtered,
  services,
  canDeclare,
  next,
}: IncidentListProps) {
  const t = useTranslations("incidents.list");
  const past = useTranslations("incidents.past.search");
  const declare = canDeclare && (
    <ButtonLink href="/incidents/new" variant="primary">
      {t("declare")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          <>
            <ButtonLink href="/postmortems">{t("postMortems")}</ButtonLink>
            {declare}
          </>
        }
      />
      <IncidentSearchForm key={asked.q} asked={asked} />
      <StatusLinks asked={asked} current={filters.status} counts={page.counts.status} />
      <IncidentFilters filters={filters} counts={page.counts} services={services} filtered={filtered} />
      {filtered && (
        <p role="status" className="mb-2 text-sm text-muted">
          {t("count", { count: page.total })}
          {page.total > 0 && !page.complete && ` ${past("incomplete")}`}
          {page.corrected.map(({ from, to }) => (
            <span key={from} className="block text-ink">
              {past("corrected", { from, to })}
            </span>
          ))}
        </p>
      )}
      {page.incidents.length > 0 ? (
        <>
          {asked.q ? (
            <ul aria-label={t("results")} className="rounded border border-line bg-surface">
              {page.incidents.map((incident) => (
                <FoundIncidentItem key={incident.id} incident={incident} />
              ))}
            </ul>
          ) : (
            <IncidentRows incidents={page.incidents} unread={unread} />
          )}
          {next && (
            <div className="mt-4 flex justify-center">
              <ButtonLink href={next}>{t("more")}</ButtonLink>
            </div>
          )}
        </>
      ) : filtered ? (
        <EmptyState title={t("noneTitle")} action={<ButtonLink href="/incidents">{t("clear")}</ButtonLink>}>
          {past("noneText")}
        </EmptyState>
      ) : (
        <EmptyState title={t("emptyTitle")} action={declare}>
          {t("emptyText")}
        </EmptyState>
      )}
    </>
  );
}
