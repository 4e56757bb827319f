"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import type { StepEvent } from "../../machine";
import type { StepView } from "../../schema";
import { useLiveRun } from "../live/live-run";
import { Answers } from "../step/answers";
import { DangerPanel } from "../step/danger-panel";
import { StepFacts } from "../step/step-facts";

/** What a rehearsal offers: nobody else is there to hand a step to. */
const offered: StepEvent[] = ["start", "complete", "fail", "skip", "reopen", "choose"];

type Props = {
  step: StepView;
  body: ReactNode;
  undo: ReactNode;
  options: Record<string, ReactNode>;
  onEvent: (event: StepEvent, option?: string) => void;
};

/** The step in focus as a run shows it, with its answers; without what a run would keep. */
export function RehearsalCard({ step, body, undo, options, onEvent }: Props) {
  const t = useTranslations("runs.step");
  const words = useTranslations("editing.around.run");
  const { run } = useLiveRun();
  const waiting = run.steps.find(({ id }) => id === step.waitingFor);
  const possible = step.possible.filter((event) => offered.includes(event));
  return (
    <article aria-labelledby="rehearsal-step" className="rounded border border-line-strong/70 bg-surface">
      <div className="grid gap-4 p-4 *:min-w-0">
        <header className="grid gap-2">
          <p className="text-sm text-muted">{t(`phase.${step.phase}`)}</p>
          <h2 id="rehearsal-step" className="text-2xl font-semibold wrap-anywhere">
            {step.title}
          </h2>
          <StepFacts step={step} />
        </header>
        <DangerPanel step={step} undo={undo}>
          {step.confirm && <p className="text-sm text-muted">{words("confirm", { target: step.confirm })}</p>}
        </DangerPanel>
        {body && <div className="prose">{body}</div>}
        {Object.entries(options).map(([label, text]) => (
          <div key={label} className="prose border-l-2 border-line pl-3">
            <p className="font-semibold">{label}</p>
            {text}
          </div>
        ))}
        {step.evidenceRequired && <p className="text-sm text-muted">{words("evidence")}</p>}
        {waiting && <Notice tone="info">{t("waiting", { title: waiting.title })}</Notice>}
      </div>
      <div className="rounded-b border-t border-line p-3">
        <Answers
          step={{ ...step, possible }}
          disabled={waiting !== undefined && step.type !== "decision"}
          onEvent={onEvent}
          onChoose={(option) => onEvent("choose", option)}
        />
      </div>
    </article>
  );
}
