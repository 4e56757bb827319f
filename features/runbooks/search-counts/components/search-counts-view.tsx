import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { PageLink } from "@/components/ui/page-link";
import type { SearchCounts } from "../schema";
import { DayPicture } from "./day-picture";
import { MostOpened } from "./most-opened";
import { QueryList } from "./query-list";

/** What people searched and did not find: what is missing, what is named otherwise, what lies too far down. Null: nobody knows now. */
export function SearchCountsView({ counts }: { counts: SearchCounts | null }) {
  const t = useTranslations("searchCounts");
  return (
    <div className="mx-auto max-w-6xl">
      <PageHeader
        title={t("title")}
        description={t("lead")}
        eyebrow={
          <PageLink href="/worklist" className="hover:text-ink hover:underline">
            {t("back")}
          </PageLink>
        }
        actions={
          <ButtonLink href="/glossary" size="sm">
            {t("glossary")}
          </ButtonLink>
        }
      />
      {counts ? (
        <Counted counts={counts} />
      ) : (
        <Notice tone="warning" title={t("away")}>
          <p>{t("awayLead")}</p>
        </Notice>
      )}
      <p className="mt-8 max-w-[72ch] border-t border-line pt-4 text-sm text-muted">{t("privacy")}</p>
    </div>
  );
}

function Counted({ counts }: { counts: SearchCounts }) {
  const t = useTranslations("searchCounts");
  const { days, nothing, settled, late, dismissed, mostOpened } = counts;
  if (
    days.every((day) => day.searched === 0) &&
    nothing.length === 0 &&
    mostOpened.length === 0 &&
    dismissed.length === 0
  ) {
    return <EmptyState title={t("empty")}>{t("emptyLead")}</EmptyState>;
  }
  return (
    <>
      <DayPicture days={days} />
      <QueryList kind="nothing" queries={nothing} />
      <QueryList kind="late" queries={late} />
      <MostOpened runbooks={mostOpened} />
      {settled.length > 0 && <QueryList kind="settled" queries={settled} folded />}
      {dismissed.length > 0 && <QueryList kind="dismissed" queries={dismissed} folded />}
    </>
  );
}
