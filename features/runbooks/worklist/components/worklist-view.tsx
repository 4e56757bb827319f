import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import type { LinkCheckPage } from "../../link-check/schema";
import { itemStates, type ListWorklist, type WorklistPage } from "../schema";
import type { ServiceFreshness } from "../sources/review";
import { FreshnessPicture } from "./freshness-picture";
import { WorklistFilters } from "./worklist-filters";
import { WorklistList } from "./worklist-list";

type Props = {
  page: WorklistPage;
  asked: Partial<ListWorklist>;
  today: string;
  links: LinkCheckPage;
  freshness: ServiceFreshness[];
};

const href = (asked: Partial<ListWorklist>) => {
  const query = new URLSearchParams(Object.entries(asked).map(([name, value]) => [name, String(value)])).toString();
  return query ? `/worklist?${query}` : "/worklist";
};

/** What owners have to see to: how fresh each service is, the filters, and the items by owner and urgency. */
export function WorklistView({ page, asked, today, links, freshness }: Props) {
  const t = useTranslations("worklist");
  const { cursor: _, ...first } = asked;
  const state = asked.state ?? "open";
  const narrowed = Boolean(asked.owner || asked.service || asked.kind || asked.mine);
  return (
    <div className="mx-auto max-w-6xl">
      <PageHeader
        title={t("title")}
        description={t("lead")}
        actions={
          <>
            <ButtonLink href="/reviews" size="sm">
              {t("reviews")}
            </ButtonLink>
            <ButtonLink href="/worklist/searches" size="sm">
              {t("searches")}
            </ButtonLink>
            <ButtonLink href="/worklist/owners" size="sm">
              {t("owners.open")}
            </ButtonLink>
          </>
        }
      />
      <FreshnessPicture services={freshness} />
      <nav aria-label={t("states.label")} className="mb-4 flex flex-wrap gap-2">
        {itemStates.map((one) => (
          <ButtonLink
            key={one}
            size="sm"
            variant={state === one ? "secondary" : "ghost"}
            aria-current={state === one ? "page" : undefined}
            href={href({ ...first, state: one })}
          >
            {t(`states.${one}`, { count: page.counts.state[one] })}
          </ButtonLink>
        ))}
      </nav>
      <WorklistFilters asked={asked} counts={page.counts} />
      {page.items.length > 0 ? (
        <WorklistList key={href(asked)} items={page.items} today={today} />
      ) : (
        <EmptyState title={t(narrowed ? "empty.narrowed" : `empty.${state}`)}>
          {t(narrowed ? "empty.narrowedLead" : `empty.${state}Lead`)}
        </EmptyState>
      )}
      {(asked.cursor || page.nextCursor) && (
        <nav aria-label={t("pages.label")} className="mt-6 flex gap-2">
          {asked.cursor && <ButtonLink href={href(first)}>{t("pages.first")}</ButtonLink>}
          {page.nextCursor && (
            <ButtonLink href={href({ ...asked, cursor: page.nextCursor })}>{t("pages.next")}</ButtonLink>
          )}
        </nav>
      )}
      <LinksLine links={links} />
    </div>
  );
}

/** How the external links stand: those that are not asked for are said to be so, not broken. */
function LinksLine({ links: { on, counts } }: { links: LinkCheckPage }) {
  const t = useTranslations("worklist.links");
  const checked = counts.ok + counts.failing + counts.broken;
  const unchecked = counts.private + counts.refused;
  if (on && checked + unchecked + counts.unknown === 0) return null;
  return (
    <p className="mt-8 border-t border-line pt-4 text-sm text-muted">
      {on
        ? t("summary", { checked, broken: counts.broken, failing: counts.failing, waiting: counts.unknown })
        : t("off")}
      {on && counts.private > 0 && ` ${t("private", { count: counts.private })}`}
      {on && counts.refused > 0 && ` ${t("refused", { count: counts.refused })}`}
    </p>
  );
}
