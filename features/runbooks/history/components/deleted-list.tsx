import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { PageLink } from "@/components/ui/page-link";
import { DateTime } from "@/components/ui/time";
import type { Deletion } from "../deleted/deletion";
import { RestoreDeleted } from "./restore-deleted";

type Props = { page: number; deleted: Deletion[]; more: boolean; canRestore: boolean };

/** Runbooks that were removed: who, when and why, what they said, and the way back. */
export function DeletedList({ page, deleted, more, canRestore }: Props) {
  const t = useTranslations("runbookHistory.deleted");
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader title={t("title")} description={t("description")} />
      {deleted.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyBody")}</EmptyState>
      ) : (
        <ol className="divide-y divide-line rounded border border-line bg-surface">
          {deleted.map((one) => (
            <li key={one.path} className="flex flex-wrap items-start gap-x-4 gap-y-2 px-3 py-3">
              <div className="min-w-0 flex-1 basis-72">
                <h2 className="font-medium wrap-anywhere">
                  {one.title} <span className="text-sm font-normal text-muted">{one.path}</span>
                </h2>
                <p className="text-sm text-muted">
                  {t("by", { author: one.author })} · <DateTime at={one.at} />
                </p>
                <p className="mt-1 wrap-anywhere whitespace-pre-line">{one.body || one.subject}</p>
              </div>
              <div className="flex items-center gap-3">
                <PageLink href={`/runbooks/${one.path}/history/${one.commit}`} className="underline">
                  {t("view")}
                  <span className="sr-only">: {one.title}</span>
                </PageLink>
                {canRestore && <RestoreDeleted path={one.path} commit={one.commit} title={one.title} />}
              </div>
            </li>
          ))}
        </ol>
      )}
      <div className="mt-4 flex justify-between">
        <span>{page > 1 && <ButtonLink href={`/deleted-runbooks?page=${page - 1}`}>{t("newer")}</ButtonLink>}</span>
        {more && <ButtonLink href={`/deleted-runbooks?page=${page + 1}`}>{t("older")}</ButtonLink>}
      </div>
    </div>
  );
}
