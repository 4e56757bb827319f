"use client";
import { CloudUpload } from "lucide-react";
import { useTranslations } from "next-intl";
import { DateTime } from "@/components/ui/time";
import { useLiveRun } from "./live-run";

/** Beside a step: what was done to it here is not sent yet, and when it was done. Nothing while it is simply on its way. */
export function UnsentMark({ stepId, compact = false }: { stepId: string; compact?: boolean }) {
  const t = useTranslations("runs.unsent");
  const item = useLiveRun().unsent.get(stepId);
  if (!item || item.state === "sending") return null;
  return (
    <span className="inline-flex items-center gap-1 text-sm text-warning no-underline">
      <CloudUpload role="img" aria-label={t("mark")} className="size-4 shrink-0" />
      {!compact && (
        <>
          <span aria-hidden>{t("mark")}</span> <DateTime at={item.writtenAt} style="time" />
        </>
      )}
    </span>
  );
}
