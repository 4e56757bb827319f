import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Island } from "@/components/layout/island";
import { PageHeader } from "@/components/ui/page-header";
import { PageLink } from "@/components/ui/page-link";
import type { Artifact } from "../../artifact";
import type { Service } from "../../library/runbook";
import type { Review } from "../../review";
import { VariablesProvider } from "../variables/variables";
import { CopyAnchors } from "./copy-anchors";
import { Outline } from "./outline";
import { ProcedureBar } from "./procedure-bar";
import { RunbookFacts } from "./runbook-facts";

type Props = {
  artifact: Artifact;
  service: Service;
  review: Review;
  /** git blob id of the text that is shown. */
  blob: string;
  canEdit: boolean;
  /** Said above everything, e.g. that the file on disk is refused. */
  notice?: ReactNode;
  /** The "more" menu, in the bar that stays in sight. */
  menu?: ReactNode;
  /** Stands under the facts. */
  beside?: ReactNode;
  /** The rendered text of the runbook. */
  children: ReactNode;
};

/** A runbook: outline, text, and what belongs to it. On a narrow screen the outline folds and the facts come last. */
export function RunbookView({ artifact, service, review, blob, canEdit, notice, menu, beside, children }: Props) {
  const t = useTranslations("reading.page");
  const { frontMatter, path, toc, plan, variables } = artifact;
  const procedures = plan.procedures.map(({ id, title }) => ({ id, title }));
  const { title, reviewed } = frontMatter;
  return (
    <VariablesProvider variables={variables} service={service.name}>
      <Island name="runbook" props={{ path, title, reviewed, blob, variables, service: service.name }} />
      <CopyAnchors />
      <div className="grid gap-x-10 lg:grid-cols-[13rem_minmax(0,1fr)] xl:grid-cols-[14rem_minmax(0,1fr)_17rem]">
        <div className="hidden lg:block print:hidden">
          <div data-outline-scroll className="sticky top-20 max-h-[calc(100dvh-6rem)] overflow-y-auto pb-6">
            <Island name="outline" props={{ label: t("outline") }}>
              <Outline entries={toc} label={t("outline")} />
            </Island>
          </div>
        </div>
        <article lang={frontMatter.lang} className="min-w-0">
          <PageHeader
            title={frontMatter.title}
            description={frontMatter.summary}
            eyebrow={
              <nav aria-label={t("breadcrumb")}>
                <PageLink href="/runbooks" className="hover:text-ink hover:underline">
                  {t("runbooks")}
                </PageLink>{" "}
                /{" "}
                <PageLink href={`/runbooks/${service.name}`} className="hover:text-ink hover:underline">
                  {service.name}
                </PageLink>
              </nav>
            }
          />
          {notice && <div className="mb-6">{notice}</div>}
          <details className="fold mb-4 rounded border border-line px-3 lg:hidden print:hidden">
            <summary className="flex items-center py-2.5 font-medium">{t("outline")}</summary>
            <div className="pb-3">
              <Island name="outline" props={{ label: t("outline") }}>
                <Outline entries={toc} label={t("outline")} />
              </Island>
            </div>
          </details>
          <Island name="bar" props={{ path, procedures }}>
            <ProcedureBar path={path} procedures={procedures} canEdit={canEdit} menu={menu} />
          </Island>
          <div className="prose runbook">{children}</div>
        </article>
        <aside
          aria-label={t("facts")}
          className="mt-10 border-t border-line pt-6 lg:col-start-2 xl:col-start-3 xl:row-start-1 xl:mt-0 xl:border-0 xl:pt-0"
        >
          <div className="xl:sticky xl:top-20 xl:max-h-[calc(100dvh-6rem)] xl:overflow-y-auto xl:pb-6">
            <RunbookFacts artifact={artifact} service={service} review={review} />
            {beside && (
              <div className="mt-5">
                <Island name="beside">{beside}</Island>
              </div>
            )}
          </div>
        </aside>
      </div>
    </VariablesProvider>
  );
}
