import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import type { IncidentPage } from "../../incident-schema";
import type { ListIncidents } from "../../schema";
import { IncidentFilters } from "./incident-filters";
import { IncidentRows } from "./incident-rows";

type IncidentListProps = {
  page: IncidentPage;
  filters: ListIncidents;
  /** Whether anything beside the active ones was asked for. */
  filtered: boolean;
  services: string[];
  canDeclare: boolean;
  /** Address of the page after this one. */
  next: string | null;
};

export function IncidentList({ page, filters, filtered, services, canDeclare, next }: IncidentListProps) {
  const t = useTranslations("incidents.list");
  const declare = canDeclare && (
    <ButtonLink href="/incidents/new" variant="primary">
      {t("declare")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={t("title")} actions={declare} />
      <IncidentFilters filters={filters} services={services} />
      {page.incidents.length > 0 ? (
        <>
          <IncidentRows incidents={page.incidents} />
          {next && (
            <div className="mt-4 flex justify-center">
              <ButtonLink href={next}>{t("more")}</ButtonLink>
            </div>
          )}
        </>
      ) : filtered ? (
        <EmptyState title={t("noneTitle")} action={<ButtonLink href="/incidents">{t("clear")}</ButtonLink>}>
          {t("noneText")}
        </EmptyState>
      ) : (
        <EmptyState title={t("emptyTitle")} action={declare}>
          {t("emptyText")}
        </EmptyState>
      )}
    </>
  );
}
