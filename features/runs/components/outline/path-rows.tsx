"use client";
import { useTranslations } from "next-intl";
import { classes } from "@/components/ui/classes";
import { StatusMark } from "@/components/ui/status-mark";
import type { StepView } from "../../schema";
import { useLiveRun } from "../live/live-run";

/** Steps as one line each: the path so far above the step on screen, what comes below it, dimmed. */
export function PathRows({ steps, label, dimmed = false }: { steps: StepView[]; label: string; dimmed?: boolean }) {
  const { show } = useLiveRun();
  if (steps.length === 0) return null;
  return (
    <ol aria-label={label} className={classes("grid gap-0.5 *:min-w-0", dimmed && "text-muted")}>
      {steps.map((step) => (
        <li key={step.id}>
          <button
            type="button"
            onClick={() => show(step.id)}
            className="flex w-full items-baseline gap-2 rounded px-2 py-1 text-left hover:bg-raised"
          >
            <StatusMark state={step.state} compact />
            <span className="min-w-0 flex-1 truncate">
              {step.title}
              {step.option && <span className="text-muted"> → {step.option}</span>}
            </span>
            {step.claimedBy && !dimmed && <span className="shrink-0 text-sm text-muted">{step.claimedBy.name}</span>}
          </button>
        </li>
      ))}
    </ol>
  );
}

/** Rows shown above and below the step on screen, so that the step keeps the screen; the outline has them all. */
const shownRows = { before: 2, after: 6 };

/** The run's path around the step on screen. */
export function usePathAround(): { before: StepView[]; after: StepView[]; labels: { before: string; after: string } } {
  const t = useTranslations("runs.outline");
  const { run, shown } = useLiveRun();
  const at = shown ? run.steps.findIndex(({ id }) => id === shown.id) : run.steps.length;
  const worked = run.steps.filter(({ state }, index) => index < at && ["done", "failed", "skipped"].includes(state));
  const coming = run.steps.filter(({ state }, index) => index > at && (state === "pending" || state === "active"));
  return {
    before: worked.slice(-shownRows.before),
    after: coming.slice(0, shownRows.after),
    labels: { before: t("before"), after: t("after") },
  };
}
