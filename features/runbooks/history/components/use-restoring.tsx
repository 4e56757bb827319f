"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useToast } from "@/components/ui/toast";
import { useErrorText } from "../../editor/components/use-error-text";
import { restoreDeletedAction } from "../actions";

/** Takes a deletion back, tells how it went, and goes to the runbook. */
export function useRestoring() {
  const t = useTranslations("runbookHistory.delete");
  const errorText = useErrorText();
  const toast = useToast();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const restore = async (deletion: { path: string; commit: string }) => {
    setBusy(true);
    const result = await restoreDeletedAction(deletion).catch(() => null);
    setBusy(false);
    if (!result?.ok) return toast({ title: errorText(result ? result.code : "offline"), tone: "danger" });
    toast({ title: t("undone"), tone: "success" });
    router.push(`/runbooks/${deletion.path}`);
    router.refresh();
  };
  return { restore, busy };
}
