"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import type { StepView } from "../../schema";
import { useLiveRun } from "../live/live-run";

/**
 * Fetches the texts of steps that were adopted since the page was rendered.
 * @param blobs the texts that the page holds of adopted steps
 * @returns whether the page holds the text of the step on screen: an outdated one must not stand under it
 */
export function useFreshBodies(blobs: Record<string, string>, shown: StepView | null): boolean {
  const router = useRouter();
  const { run } = useLiveRun();
  const wanted = run.steps
    .filter(({ id, blob }) => blob !== (blobs[id] ?? null))
    .map(({ id, blob }) => `${id}:${blob}`);
  const missing = wanted.join(" ");
  useEffect(() => {
    if (missing !== "") router.refresh();
  }, [missing, router]);
  return shown === null || shown.blob === (blobs[shown.id] ?? null);
}

/** Stands in for a text that is on its way. */
export function AwaitedText() {
  const t = useTranslations("runs.adoption");
  return <p className="text-muted">{t("awaited")}</p>;
}
