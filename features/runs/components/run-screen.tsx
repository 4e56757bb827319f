"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { RunApprovals } from "../approvals/components/run-approvals";
import { AwaitedText, useFreshBodies } from "./adoption/fresh-bodies";
import { Announcer } from "./announcer";
import { LimitNudge } from "./clocks/limit-nudge";
import { useDueClocks } from "./clocks/use-due-clocks";
import { ClosingPanel } from "./ending/closing-panel";
import { EndEarly } from "./ending/end-early";
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
  const { run, shown } = useLiveRun();
  const { before, after, labels } = usePathAround();
  const { stage, procedure } = run.focus;
  const overdue = (useDueClocks()?.length ?? 0) > 0;
  useHeadingFocus(shown?.id ?? null);
  const fresh = useFreshBodies(bodies.blobs, shown);
  // Only where nothing else is left does it stand above the step; a limit that passed is told at the top as well.
  const escalating = run.status === "active" && (stage === "escalation" || overdue);
  const escalation = <EscalationPanel body={bodies.escalations[procedure]} />;

  return (
    <>
      <RunHeader />
      <LimitNudge />
      <Announcer />
      {run.drill && <PrintedMark>{t("header.drill")}</PrintedMark>}
      <div className="grid gap-x-8 gap-y-6 *:min-w-0 lg:grid-cols-[17rem_minmax(0,1fr)]">
        <aside className="order-last grid content-start gap-6 lg:order-none">
          <div
            data-outline-scroll
            className="grid gap-6 lg:sticky lg:top-20 lg:max-h-[calc(100dvh-6rem)] lg:overflow-y-auto"
          >
            {run.drill && (
              <p className="rounded bg-accent-soft px-2 py-1 text-sm text-accent">{t("header.drillNote")}</p>
            )}
            <RunOutline />
            {side}
            <EndEarly />
          </div>
        </aside>
        <div className="grid min-w-0 content-start gap-4 *:min-w-0">
          <Turn>
            <EndedPanel />
          </Turn>
          <PathRows steps={before} label={labels.before} />
          <Turn>
            {escalating && stage === "escalation" && escalation}
            {run.status === "active" && stage === "closing" && <ClosingPanel />}
          </Turn>
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

/** Where a run goes on when it is at no step: its end, or the time to call others. */
function Turn({ children }: { children: ReactNode }) {
  return (
    <div data-run-turn tabIndex={-1} className="grid gap-4 outline-none *:min-w-0 empty:hidden">
      {children}
    </div>
  );
}

/** Moves the reader's place to what comes on screen, a step or the turn that a run takes, but not when the page opens. */
function useHeadingFocus(stepId: string | null) {
  const before = useRef(stepId);
  useEffect(() => {
    if (before.current !== stepId) {
      const turn = document.querySelector<HTMLElement>("[data-run-turn]:not(:empty)");
      (document.getElementById("run-step") ?? turn)?.focus();
    }
    before.current = stepId;
  }, [stepId]);
}
