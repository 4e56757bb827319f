import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import type { Version } from "../../git/history";
import { type Chosen, chosenOf } from "../compare/chosen";
import { VersionRow } from "./version-row";

type Props = {
  path: string;
  title: string;
  page: number;
  versions: Version[];
  more: boolean;
  canEdit: boolean;
  /** What was picked on another page of the list. */
  picked: Partial<Chosen>;
};

/** Commits of a runbook, the newest first, of which any two can be compared: one column of choices a side. */
export function HistoryView({ path, title, page, versions, more, canEdit, picked }: Props) {
  const t = useTranslations("editing");
  const h = useTranslations("runbookHistory");
  const here = `/runbooks/${path}/history`;
  const commits = versions.map(({ commit }) => commit);
  const chosen = chosenOf(commits, picked);
  const elsewhere = (["from", "to"] as const).filter((side) => chosen[side] && !commits.includes(chosen[side]));
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader
        title={t("history.title", { title })}
        eyebrow={<Link href={`/runbooks/${path}`}>{t("edit.back")}</Link>}
        actions={canEdit && <ButtonLink href={`/runbooks/${path}/edit`}>{t("history.edit")}</ButtonLink>}
      />
      {versions.length === 0 ? (
        <EmptyState title={t("history.empty")}>{t("history.emptyBody")}</EmptyState>
      ) : (
        <form action={`${here}/compare`}>
          {versions.length + elsewhere.length > 1 && (
            <div className="sticky top-0 z-10 mb-3 flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-canvas py-2 md:top-14">
              <Button type="submit" variant="primary">
                {h("compare.do")}
              </Button>
              <p className="min-w-0 flex-1 basis-60 text-sm text-muted">{h("compare.hint")}</p>
            </div>
          )}
          {elsewhere.map((side) => (
            <label key={side} className="mb-2 flex items-center gap-2 rounded border border-line px-3 py-2 text-sm">
              <input type="radio" name={side} value={chosen[side]} defaultChecked className="size-4" />
              {h(`compare.elsewhere.${side}`, { commit: chosen[side].slice(0, 8) })}
            </label>
          ))}
          <ol className="divide-y divide-line rounded border border-line bg-surface">
            {versions.map((version) => (
              <VersionRow
                key={version.commit}
                version={version}
                href={`${here}/${version.commit}`}
                chosen={versions.length + elsewhere.length > 1 ? chosen : null}
              />
            ))}
          </ol>
          <div className="mt-4 flex justify-between">
            <span>
              {page > 1 && (
                <Button type="submit" formAction={here} name="page" value={page - 1}>
                  {t("history.newer")}
                </Button>
              )}
            </span>
            {more && (
              <Button type="submit" formAction={here} name="page" value={page + 1}>
                {t("history.older")}
              </Button>
            )}
          </div>
        </form>
      )}
    </div>
  );
}
