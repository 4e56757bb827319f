import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { PageLink } from "@/components/ui/page-link";
import { runbookHref } from "@/features/runbooks/links";
import type { RunBlame } from "../../blame/run-blame";
import { BlamedStep } from "./blamed-step";
import { TouchLine } from "./touch-line";

type Props = RunBlame & {
  title: string;
  /** The database does not answer, so nothing is known of runs. */
  runsAway: boolean;
};

/** Who last touched each step and command of a runbook, and on which incidents each command was followed. */
export function BlameView({ path, title, procedures, runsAway }: Props) {
  const t = useTranslations("runbookHistory.blame");
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader
        title={t("title", { title })}
        eyebrow={<PageLink href={runbookHref(path)}>{t("back")}</PageLink>}
        description={t("description")}
        actions={<PageLink href={`${runbookHref(path)}/history`}>{t("history")}</PageLink>}
      />
      {runsAway && <Notice tone="warning" title={t("runsAway")} className="mb-4" />}
      {procedures === null && <Notice tone="warning" title={t("refused")} />}
      {procedures?.length === 0 && <EmptyState title={t("empty")}>{t("emptyBody")}</EmptyState>}
      <div className="grid gap-8">
        {procedures?.map((procedure) => (
          <section key={procedure.id} aria-labelledby={procedure.id} className="min-w-0">
            <h2 id={procedure.id} className="text-xl font-semibold wrap-anywhere">
              <PageLink href={runbookHref(path, procedure.id)}>{procedure.title}</PageLink>
            </h2>
            <TouchLine path={path} touch={procedure.touch} />
            <ol className="mt-3 divide-y divide-line rounded border border-line bg-surface">
              {procedure.steps.map((step) => (
                <BlamedStep key={step.id} path={path} step={step} />
              ))}
            </ol>
          </section>
        ))}
      </div>
    </div>
  );
}
