"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useLiveRun } from "../../components/live/live-run";

/** Requests on other steps of this run than the one on screen, with the way there. */
export function RunApprovals() {
  const t = useTranslations("runs.approval");
  const { run, shown, show } = useLiveRun();
  const elsewhere = run.approvals.flatMap(({ stepId, request }) => {
    const step = run.steps.find(({ id }) => id === stepId);
    return step && request?.state === "asked" && stepId !== shown?.id ? [{ step, request }] : [];
  });
  return elsewhere.map(({ step, request }) => (
    <Notice
      key={request.id}
      tone="warning"
      live
      action={
        <Button size="sm" onClick={() => show(step.id)}>
          {t("go")}
        </Button>
      }
    >
      {t("elsewhere", { title: step.title, name: request.requestedBy.name })}
    </Notice>
  ));
}
