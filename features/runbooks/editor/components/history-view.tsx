import Link from "next/link";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { DateTime } from "@/components/ui/time";
import type { Version } from "../../git/history";

type Props = { path: string; title: string; page: number; versions: Version[]; more: boolean; canEdit: boolean };

/** Commits of a runbook, the newest first. */
export function HistoryView({ path, title, page, versions, more, canEdit }: Props) {
  const t = useTranslations("editing");
  const here = `/runbooks/${path}/history`;
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
        <ol className="divide-y divide-line rounded border border-line bg-surface">
          {versions.map((version) => (
            <li key={version.commit} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-3 py-2">
              <div className="min-w-0 flex-1 basis-72">
                <Link href={`${here}/${version.commit}`} className="font-medium wrap-anywhere">
                  {version.subject || version.commit.slice(0, 8)}
                </Link>
                {version.body && <p className="text-sm whitespace-pre-line text-muted wrap-anywhere">{version.body}</p>}
                {version.blob === null && <p className="text-sm text-warning">{t("history.removed")}</p>}
              </div>
              <span className="text-sm text-muted">{t("history.by", { author: version.author })}</span>
              <span className="text-sm text-muted">
                <DateTime at={version.at} />
              </span>
              <code className="text-sm text-muted">{version.commit.slice(0, 8)}</code>
            </li>
          ))}
        </ol>
      )}
      <div className="mt-4 flex justify-between">
        <span>{page > 1 && <ButtonLink href={`${here}?page=${page - 1}`}>{t("history.newer")}</ButtonLink>}</span>
        {more && <ButtonLink href={`${here}?page=${page + 1}`}>{t("history.older")}</ButtonLink>}
      </div>
    </div>
  );
}
