"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useTimeline } from "./use-timeline";

/** The way to what came before the entries that are held. */
export function TimelineStart() {
  const t = useTranslations("incidents.timeline");
  const { window: held, loading, load } = useTimeline();
  if (held.before === 0) return null;
  return (
    <div className="flex h-11 items-center justify-center">
      <Button size="sm" onClick={() => load("before")} disabled={loading === "before"}>
        {loading === "before" ? t("loading") : t("earlier", { count: held.before })}
      </Button>
    </div>
  );
}
