"use client";
import { useTranslations } from "next-intl";
import { classes } from "@/components/ui/classes";
import { StatusMark } from "@/components/ui/status-mark";
import type { StepView } from "../../schema";
import { useLiveRun } from "../live/live-run";
import { StepFaces } from "../people/step-faces";

/** Every step by phase, with its state and who is on it. */
export function RunOutline() {
  const t = useTranslations("runs");
  const { run } = useLiveRun();
  return (
    <nav aria-label={t("outline.label")} className="grid gap-4">
      {run.procedures.map(({ id, title }) => (
        <div key={id} className="grid gap-3">
          {run.procedures.length > 1 && <p className="text-sm font-semibold">{title}</p>}
          {byPhase(run.steps.filter(({ procedure }) => procedure === id)).map(([phase, steps]) => (
            <section key={steps[0]?.id} className="grid gap-1">
              <p className="text-xs font-semibold text-muted">{t(`step.phase.${phase}`)}</p>
              <ol className="grid gap-0.5">
                {steps.map((step) => (
                  <OutlineStep key={step.id} step={step} />
                ))}
              </ol>
            </section>
          ))}
        </div>
      ))}
    </nav>
  );
}

function OutlineStep({ step }: { step: StepView }) {
  const { shown, show } = useLiveRun();
  const here = shown?.id === step.id;
  const off = step.state === "not_taken" || step.state === "skipped";
  return (
    <li>
      <button
        type="button"
        aria-current={here ? "step" : undefined}
        onClick={() => show(step.id)}
        className={classes(
          "flex w-full items-baseline gap-2 rounded px-2 py-1 text-left text-sm",
          here ? "bg-accent-soft font-semibold text-ink" : "hover:bg-raised",
          off && "text-muted line-through decoration-line-strong",
        )}
      >
        <StatusMark state={step.state} compact className="no-underline" />
        <span className="min-w-0 flex-1 wrap-anywhere">
          {step.title}
          {step.option && <span className="block text-muted no-underline">→ {step.option}</span>}
        </span>
        <StepFaces step={step} />
      </button>
    </li>
  );
}

/** Runs of steps of one phase, in order. */
function byPhase(steps: StepView[]): [StepView["phase"], StepView[]][] {
  const groups: [StepView["phase"], StepView[]][] = [];
  for (const step of steps) {
    const last = groups.at(-1);
    if (last && last[0] === step.phase) last[1].push(step);
    else groups.push([step.phase, [step]]);
  }
  return groups;
}
