import { useTranslations } from "next-intl";
import { classes } from "./classes";

export const stepStates = ["pending", "active", "done", "failed", "skipped", "not_taken"] as const;
export type StepState = (typeof stepStates)[number];

const marks: Record<StepState, { shape: string; ink: string }> = {
  pending: { shape: "○", ink: "text-muted" },
  active: { shape: "◐", ink: "text-accent" },
  done: { shape: "●", ink: "text-success" },
  failed: { shape: "✕", ink: "text-danger" },
  skipped: { shape: "⤼", ink: "text-muted" },
  not_taken: { shape: "┄", ink: "text-muted" },
};

/** State of a step: a shape each, with its word (hidden from sight with `compact`, never from a screen reader). */
export function StatusMark({
  state,
  compact = false,
  className,
}: {
  state: StepState;
  compact?: boolean;
  className?: string;
}) {
  const t = useTranslations("ui.stepState");
  const { shape, ink } = marks[state];
  return (
    <span title={t(state)} className={classes("inline-flex items-center gap-1.5 whitespace-nowrap", ink, className)}>
      <span aria-hidden className="inline-block w-[1.1em] text-center leading-none">
        {shape}
      </span>
      <span className={compact ? "sr-only" : "text-sm"}>{t(state)}</span>
    </span>
  );
}
