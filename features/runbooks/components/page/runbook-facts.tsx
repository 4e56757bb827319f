import { useTranslations } from "next-intl";
import { Island } from "@/components/layout/island";
import { Badge } from "@/components/ui/badge";
import { PageLink } from "@/components/ui/page-link";
import { CalendarDay } from "@/components/ui/time";
import type { Artifact } from "../../artifact";
import type { Service } from "../../library/runbook";
import type { Review } from "../../review";
import { VariablesPanel } from "../variables/variables-panel";
import { Contacts, CriticalityBadge, FactGroup, ToolLinks } from "./facts";

type Props = { artifact: Artifact; service: Service; review: Review };

/** Beside a runbook: who answers for it, how fresh it is, and the service's dashboards and contacts. */
export function RunbookFacts({ artifact, service, review }: Props) {
  const t = useTranslations("reading.facts");
  const { frontMatter, variables } = artifact;
  return (
    <div className="grid gap-5">
      {variables.length > 0 && (
        <FactGroup title={t("variables")}>
          <Island name="variables">
            <VariablesPanel />
          </Island>
        </FactGroup>
      )}
      <FactGroup title={t("about")}>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
          <Fact name={t("owner")}>{frontMatter.owner}</Fact>
          {frontMatter.criticality && (
            <Fact name={t("criticality")}>
              <CriticalityBadge criticality={frontMatter.criticality} />
            </Fact>
          )}
          <Fact name={t("reviewed")}>
            {frontMatter.reviewed ? <CalendarDay day={frontMatter.reviewed} /> : t("neverReviewed")}
          </Fact>
          {review.dueOn && !review.overdueSince && (
            <Fact name={t("due")}>
              <CalendarDay day={review.dueOn} />
            </Fact>
          )}
        </dl>
        {review.overdueSince && (
          <p className="mt-2">
            <Badge tone="warning">
              {t("overdueSince")} <CalendarDay day={review.overdueSince} />
            </Badge>
          </p>
        )}
        {frontMatter.tags.length > 0 && (
          <ul aria-label={t("tags")} className="mt-3 flex flex-wrap gap-1.5">
            {frontMatter.tags.map((tag) => (
              <li key={tag}>
                <PageLink
                  href={`/runbooks?tag=${encodeURIComponent(tag)}`}
                  className="inline-block rounded border border-line px-1.5 text-xs leading-5 text-muted hover:border-line-strong hover:text-ink"
                >
                  {tag}
                </PageLink>
              </li>
            ))}
          </ul>
        )}
      </FactGroup>
      {service.links.length > 0 && (
        <FactGroup title={t("links")}>
          <ToolLinks links={service.links} />
        </FactGroup>
      )}
      {service.contacts.length > 0 && (
        <FactGroup title={t("contacts")}>
          <Contacts contacts={service.contacts} />
        </FactGroup>
      )}
    </div>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </>
  );
}
