"use client";
import { OctagonAlert, PencilLine, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { StepView } from "../../schema";

type Props = {
  step: StepView;
  /** How to take it back, as the runbook says it. */
  undo: ReactNode;
  /** What has to be done before: a second person's word, the target typed back. */
  children?: ReactNode;
};

/** What a step changes, on what, and how to take it back: before its command, where it is read in time. */
export function DangerPanel({ step, undo, children }: Props) {
  const t = useTranslations("runs.danger");
  const final = step.irreversible;
  if (!final && step.kind !== "change") return null;
  return (
    <section
      aria-label={t("label")}
      className={`grid gap-3 rounded border border-l-4 px-4 py-3 *:min-w-0 ${
        final ? "border-danger/50 border-l-danger bg-danger-soft" : "border-warning/50 border-l-warning bg-warning-soft"
      }`}
    >
      <p className={`flex items-center gap-2 text-lg font-semibold ${final ? "text-danger" : "text-warning"}`}>
        {final ? <OctagonAlert aria-hidden className="size-5" /> : <PencilLine aria-hidden className="size-5" />}
        {t(final ? "irreversible" : "change")}
      </p>
      {step.target && (
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="text-sm text-muted">{t("target")}</span>
          <code className="text-lg font-semibold wrap-anywhere">{step.target}</code>
        </p>
      )}
      {undo ? (
        <div>
          <p className="flex items-center gap-1.5 text-sm text-muted">
            <Undo2 aria-hidden className="size-4" />
            {t("undo")}
          </p>
          <div className="prose">{undo}</div>
        </div>
      ) : (
        !final && <p className="text-sm text-muted">{t("noUndo")}</p>
      )}
      {children}
    </section>
  );
}
