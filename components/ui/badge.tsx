import type { ReactNode } from "react";
import { classes } from "./classes";

export type Tone = "neutral" | "accent" | "info" | "warning" | "danger" | "success";

const tones: Record<Tone, string> = {
  neutral: "border-line bg-raised text-ink",
  accent: "border-accent/40 bg-accent-soft text-accent",
  info: "border-accent/40 bg-accent-soft text-accent",
  warning: "border-warning/40 bg-warning-soft text-warning",
  danger: "border-danger/40 bg-danger-soft text-danger",
  success: "border-success/40 bg-success-soft text-success",
};

/** A short fact in a box. Its words carry the meaning; the tone only helps. */
export function Badge({
  tone = "neutral",
  className,
  children,
}: {
  tone?: Tone;
  className?: string;
  children: ReactNode;
}) {
  return (
    <span
      className={classes(
        "inline-flex items-center gap-1 rounded border px-1.5 text-xs leading-5 font-medium whitespace-nowrap",
        tones[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
