"use client";
import { useTranslations } from "next-intl";
import type { DraftStatus } from "./use-draft";

/** Where the text is kept at this moment. */
export function DraftStatusLine({ status }: { status: DraftStatus }) {
  const t = useTranslations("editing.edit.status");
  const calm = !["browser", "signedOut", "elsewhere", "failed"].includes(status.kind);
  return (
    <p role="status" className={calm ? "text-sm text-muted" : "text-sm font-medium text-warning"}>
      {status.kind === "failed" ? t("failed", { why: status.why }) : t(status.kind)}
    </p>
  );
}
