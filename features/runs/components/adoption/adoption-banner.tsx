"use client";
import { GitCompareArrows } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useLiveRun } from "../live/live-run";
import { useKeptText } from "../live/use-kept-text";
import { ChangesDialog } from "./changes-dialog";
import { RunbookFate } from "./runbook-fate";

/** Says that the runbook changed while the run is on, how many steps ahead it concerns, and leads to the difference. */
export function AdoptionBanner() {
  const t = useTranslations("runs.adoption");
  const { run } = useLiveRun();
  const [open, setOpen] = useState(false);
  const { ahead, held, blob } = run.runbookNow;
  // Dismissed once, one version stays quiet in this tab; the next one speaks again.
  const [dismissed, dismiss] = useKeptText(`bitacora-runbook:${run.id}`);
  const offers = run.status === "active" && ahead + held > 0;
  return (
    <>
      <RunbookFate />
      {offers && dismissed !== blob && (
        <Notice tone="warning" live title={ahead > 0 ? t("ahead", { count: ahead }) : t("held", { count: held })}>
          {ahead > 0 && <p>{t("lead")}</p>}
          <p className="mt-2 flex flex-wrap gap-2">
            <Button size="sm" variant="primary" onClick={() => setOpen(true)}>
              {t("open")}
            </Button>
            <Button size="sm" variant="ghost" onClick={() => dismiss(blob ?? "")}>
              {t("dismiss")}
            </Button>
          </p>
        </Notice>
      )}
      {offers && dismissed === blob && (
        <button
          type="button"
          onClick={() => setOpen(true)}
          className="inline-flex min-h-6 items-center gap-1.5 justify-self-start text-sm text-accent hover:underline"
        >
          <GitCompareArrows aria-hidden className="size-4" />
          {t("again", { count: ahead + held })}
        </button>
      )}
      {open && <ChangesDialog onClose={() => setOpen(false)} />}
    </>
  );
}
