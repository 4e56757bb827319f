"use client";
import { useTranslations } from "next-intl";
import { memo, type ReactNode, type RefObject, useEffect, useRef } from "react";
import { classes } from "@/components/ui/classes";
import { StatusMark } from "@/components/ui/status-mark";
import type { StepView } from "../../schema";
import { useLiveRun } from "../live/live-run";
import { UnsentMark } from "../live/unsent-mark";
import { StepFaces } from "../people/step-faces";
import { PathPicture } from "./path-picture";

/** Every step by phase, with its state and who is on it. */
export function RunOutline() {
  const t = useTranslations("runs");
  const { run, shown, show, people, me } = useLiveRun();
  const nav = useRef<HTMLElement>(null);
  useFollowing(nav, shown?.id ?? null);
  const looked = new Set(people.filter(({ id }) => id !== me.id).map(({ places }) => places[0]));
  const line = (step: StepView) => (
    <OutlineStep
      key={step.id}
      id={step.id}
      title={step.title}
      state={step.state}
      option={step.option}
      here={step.id === shown?.id}
      faces={step.state === "active" || looked.has(step.id) ? step : null}
      show={show}
    />
  );
  return (
    <nav ref={nav} aria-label={t("outline.label")} className="grid gap-4">
      <PathPicture />
      {run.procedures.map(({ id, title }) => (
        <div key={id} className="grid gap-3">
          {run.procedures.length > 1 && <p className="text-sm font-semibold">{title}</p>}
          {byPhase(run.steps.filter(({ procedure }) => procedure === id)).map(([phase, steps]) => (
            <section key={steps[0]?.id} className="grid gap-1">
              <p className="text-xs font-semibold text-muted">{t(`step.phase.${phase}`)}</p>
              <ol className="grid gap-0.5">
                {folded(steps).map((row) =>
                  row[0]?.state === "not_taken" ? (
                    <NotTaken key={row[0].id} count={row.length} open={row.some(({ id }) => id === shown?.id)}>
                      {row.map(line)}
                    </NotTaken>
                  ) : (
                    row.map(line)
                  ),
                )}
              </ol>
            </section>
          ))}
        </div>
      ))}
    </nav>
  );
}

/** Steps in their order; those next to each other that were not taken together. */
function folded(steps: StepView[]): StepView[][] {
  const rows: StepView[][] = [];
  for (const step of steps) {
    const last = rows.at(-1);
    if (step.state === "not_taken" && last?.[0]?.state === "not_taken") last.push(step);
    else rows.push([step]);
  }
  return rows;
}

/** What the answers led past, on one quiet line that opens. */
function NotTaken({ count, open, children }: { count: number; open: boolean; children: ReactNode }) {
  const t = useTranslations("runs.path");
  return (
    <li>
      <details className="fold" open={open || undefined}>
        <summary className="flex min-h-6 items-center px-2 py-1 text-sm text-muted">{t("notTaken", { count })}</summary>
        <ol className="grid gap-0.5 pl-3">{children}</ol>
      </details>
    </li>
  );
}

/** Keeps the step on screen in sight where the outline scrolls by itself. */
function useFollowing(nav: RefObject<HTMLElement | null>, stepId: string | null) {
  useEffect(() => {
    const row = stepId ? nav.current?.querySelector<HTMLElement>("[aria-current=step]") : null;
    const box = row?.closest<HTMLElement>("[data-outline-scroll]");
    if (!row || !box || box.scrollHeight <= box.clientHeight) return;
    const [inside, outside] = [row.getBoundingClientRect(), box.getBoundingClientRect()];
    if (inside.top < outside.top || inside.bottom > outside.bottom) {
      box.scrollTop += inside.top - outside.top - box.clientHeight / 3;
    }
  }, [nav, stepId]);
}

type OutlineStepProps = Pick<StepView, "id" | "title" | "state" | "option"> & {
  here: boolean;
  /** The step where somebody is on it or looks at it, else null: a row is only drawn again when what it shows changes. */
  faces: StepView | null;
  show: (stepId: string) => void;
};

const OutlineStep = memo(function OutlineStep({ id, title, state, option, here, faces, show }: OutlineStepProps) {
  const off = state === "not_taken" || state === "skipped";
  return (
    <li>
      <button
        type="button"
        aria-current={here ? "step" : undefined}
        onClick={() => show(id)}
        className={classes(
          "flex w-full items-baseline gap-2 rounded px-2 py-1 text-left text-sm",
          here ? "bg-accent-soft font-semibold text-ink" : "hover:bg-raised",
          off && "text-muted line-through decoration-line-strong",
        )}
      >
        <StatusMark state={state} compact className="no-underline" />
        <span className="min-w-0 flex-1 wrap-anywhere">
          {title}
          {option && <span className="block text-muted no-underline">→ {option}</span>}
        </span>
        <UnsentMark stepId={id} compact />
        {faces && <StepFaces step={faces} />}
      </button>
    </li>
  );
});

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
