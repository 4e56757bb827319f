"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useRestoring } from "./use-restoring";

/** Brings a removed runbook back. */
export function RestoreDeleted({ path, commit, title }: { path: string; commit: string; title: string }) {
  const t = useTranslations("runbookHistory.deleted");
  const { restore, busy } = useRestoring();
  return (
    <Button onClick={() => restore({ path, commit })} disabled={busy} aria-label={`${t("restore")}: ${title}`}>
      {busy ? t("restoring") : t("restore")}
    </Button>
  );
}
