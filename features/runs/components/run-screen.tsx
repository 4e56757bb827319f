"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { RunApprovals } from "../approvals/components/run-approvals";
import { AwaitedText, useFreshBodies } from "./adoption/fresh-bodies";
import { ClosingPanel, EndButtons } from "./ending/closing-panel";
import { EndedPanel } from "./ending/ended-panel";
import { EscalationPanel } from "./ending/escalation-panel";
import { useLiveRun } from "./live/live-run";
import { PathRows, usePathAround } from "./outline/path-rows";
import { RunOutline } from "./outline/run-outline";
import { RunHeader } from "./run-header";
import { StepCard } from "./step/step-card";

export type RunBodies = {
  /** What a step holds, by id, rendered from the pinned text. */
  steps: Record<string, ReactNode>;
  /** How to take each step back, by its id. */
  undos: Record<string, ReactNode>;
  /** What the options of a decision say, by decision and label. */
  options: Record<string, Record<string, ReactNode>>;
  /** The text of each procedure's escalation. */
  escalations: Record<string, ReactNode>;
  /** The text that a step was adopted from, where it was. */
  blobs: Record<string, string>;
};

/** A run: one step in focus, the outline beside it, the path around it. `side` stands under the outline. */
export function RunScreen({ bodies, side }: { bodies: RunBodies; side?: ReactNode }) {
  const t = useTranslations("runs");
  const { run, able, shown } = useLiveRun();
  const { before, after, labels } = usePathAround();
  const { stage, procedure } = run.focus;
  const overdue = useOverdue();
  useHeadingFocus(shown?.id ?? null);
  const fresh = useFreshBodies(bodies.blobs, shown);
  // Only where nothing else is left does it stand above the step; a deadline that passed is told in the header as well.
  const escalating = run.status === "active" && (stage === "escalation" || overdue);
  const escalation = <EscalationPanel body={bodies.escalations[procedure]} />;

  return (
    <>
      <RunHeader />
      <Announcer />
      {run.drill && <PrintedMark>{t("header.drill")}</PrintedMark>}
      <div className="grid gap-x-8 gap-y-6 *:min-w-0 lg:grid-cols-[17rem_minmax(0,1fr)]">
        <aside className="order-last grid content-start gap-6 lg:order-none">
          <div className="grid gap-6 lg:sticky lg:top-20 lg:max-h-[calc(100dvh-6rem)] lg:overflow-y-auto">
            {run.drill && (
              <p className="rounded bg-accent-soft px-2 py-1 text-sm text-accent">{t("header.drillNote")}</p>
            )}
            <RunOutline />
            {side}
            {able && run.status === "active" && (
              <details className="fold rounded border border-line px-3">
                <summary className="flex items-center py-2 text-sm font-medium">{t("closing.early")}</summary>
                <div className="pb-3">
                  <EndButtons />
                </div>
              </details>
            )}
          </div>
        </aside>
        <div className="grid min-w-0 content-start gap-4 *:min-w-0">
          <EndedPanel />
          <PathRows steps={before} label={labels.before} />
          {escalating && stage === "escalation" && escalation}
          {run.status === "active" && stage === "closing" && <ClosingPanel />}
          <RunApprovals />
          {shown && (
            <StepCard
              key={shown.id}
              step={shown}
              body={fresh ? bodies.steps[shown.id] : <AwaitedText />}
              undo={fresh ? bodies.undos[shown.id] : undefined}
              options={fresh && shown.type === "decision" ? (bodies.options[shown.id] ?? {}) : {}}
            />
          )}
          {escalating && stage !== "escalation" && escalation}
          <PathRows steps={after} label={labels.after} dimmed />
        </div>
      </div>
    </>
  );
}

/** Stands at the top of every printed page. */
function PrintedMark({ children }: { children: ReactNode }) {
  return (
    <p aria-hidden className="hidden print:fixed print:top-0 print:right-0 print:block">
      {children}
    </p>
  );
}

/** Moves the reader's place to the step when another one comes on screen, but not when the page opens. */
function useHeadingFocus(stepId: string | null) {
  const before = useRef(stepId);
  useEffect(() => {
    if (before.current !== stepId) document.getElementById("run-step")?.focus();
    before.current = stepId;
  }, [stepId]);
}

/** True once the procedure's time to escalate is over: checked every few seconds, so the page stays calm. */
function useOverdue(): boolean {
  const { run, skew } = useLiveRun();
  const { dueAt } = run.escalation;
  const [overdue, setOverdue] = useState(false);
  useEffect(() => {
    const check = () => setOverdue(dueAt !== null && Date.now() - skew >= Date.parse(dueAt));
    check();
    const timer = setInterval(check, 5_000);
    return () => clearInterval(timer);
  }, [dueAt, skew]);
  return overdue;
}

/** Tells screen readers what happened and what is next, once per change. */
function Announcer() {
  const t = useTranslations("runs.announce");
  const states = useTranslations("ui.stepState");
  const { run } = useLiveRun();
  const [text, setText] = useState("");
  const last = useRef(run);
  useEffect(() => {
    const was = last.current;
    last.current = run;
    if (was.version === run.version) return;
    const moved = run.steps.find((step) => was.steps.find(({ id }) => id === step.id)?.state !== step.state);
    const next = run.steps.find(({ id }) => id === run.focus.stepId);
    setText(
      [
        moved ? t("moved", { title: moved.title, state: states(moved.state) }) : "",
        next ? t("next", { title: next.title }) : "",
      ]
        .filter(Boolean)
        .join(" "),
    );
  }, [run, t, states]);
  return (
    <p role="status" className="sr-only">
      {text}
    </p>
  );
}
