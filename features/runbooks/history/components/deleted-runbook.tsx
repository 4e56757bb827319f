import { useTranslations } from "next-intl";
import { SectionMessages } from "@/components/layout/section-messages";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { DateTime } from "@/components/ui/time";
import type { Tombstone } from "../deleted/tombstone";
import { RestoreDeleted } from "./restore-deleted";

/** What stands at the address of a removed runbook: that it is gone, since when, by whom and why, and the way back. */
export function DeletedRunbook({ path, title, at, told, canRestore }: Tombstone) {
  const t = useTranslations("runbookHistory.deleted");
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title={t("gone")}
        eyebrow={path}
        description={
          <>
            {t("goneOn", { title })} <DateTime at={at} />
            {told && <> {t("by", { author: told.author })}</>}.
          </>
        }
      />
      {told?.body && (
        <p className="mb-5 wrap-anywhere whitespace-pre-line">
          <strong>{t("why")}:</strong> {told.body}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {canRestore && told && (
          <SectionMessages section="editing">
            <RestoreDeleted path={path} commit={told.commit} title={title} />
          </SectionMessages>
        )}
        {told && <ButtonLink href={`/runbooks/${path}/history`}>{t("history")}</ButtonLink>}
        <ButtonLink href="/search">{t("search")}</ButtonLink>
        <ButtonLink href="/runbooks">{t("browse")}</ButtonLink>
      </div>
    </div>
  );
}
