"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/time";
import type { Left } from "./use-kept-import";

/** An import that was left in the middle: offered again, with all that was decided. */
export function LeftNotice({ left, onResume, onDiscard }: { left: Left; onResume: () => void; onDiscard: () => void }) {
  const t = useTranslations("runbookImport.left");
  return (
    <EmptyState
      title={t("title", { count: left.items.length })}
      action={
        <>
          <Button variant="primary" onClick={onResume}>
            {t("resume")}
          </Button>
          <Button onClick={onDiscard}>{t("discard")}</Button>
        </>
      }
    >
      <RelativeTime at={left.startedAt} />
    </EmptyState>
  );
}
