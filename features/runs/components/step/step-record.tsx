"use client";
import { useTranslations } from "next-intl";
import { scrollable } from "@/components/ui/scrollable";
import type { StepView } from "../../schema";
import { useLiveRun } from "../live/live-run";

/** What is already on record for a step: answer, note, pasted output. */
export function StepRecord({ step }: { step: StepView }) {
  const t = useTranslations("runs.record");
  const { run } = useLiveRun();
  const { option, note } = step;
  // Output that was recorded by itself stands with the other evidence.
  const items = run.evidence.filter(({ stepId, withdrawn }) => stepId === step.id && !withdrawn);
  const listed = items.some(({ output }) => output?.length === step.evidenceLength);
  const evidence = listed ? null : step.evidence;
  if (!option && !note && !evidence) return null;
  return (
    <dl className="grid gap-2 rounded border border-line bg-raised px-3 py-2">
      {option && (
        <div>
          <dt className="text-sm text-muted">{t("option")}</dt>
          <dd className="font-semibold">{option}</dd>
        </div>
      )}
      {note && (
        <div>
          <dt className="text-sm text-muted">{t("note")}</dt>
          <dd className="whitespace-pre-wrap wrap-anywhere">{note}</dd>
        </div>
      )}
      {evidence && (
        <div className="min-w-0">
          <dt className="text-sm text-muted">{t("evidence")}</dt>
          <dd>
            <pre {...scrollable} className="max-h-64 overflow-auto font-mono text-sm whitespace-pre">
              {evidence}
              {evidence.length < step.evidenceLength ? "\n…" : ""}
            </pre>
          </dd>
        </div>
      )}
    </dl>
  );
}
