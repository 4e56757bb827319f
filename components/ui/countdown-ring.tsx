"use client";
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "./classes";
import { ClockArc } from "./clock-arc";
import { stopwatch } from "./duration-parts";
import { useTicking } from "./now";

type CountdownRingProps = {
  /** ISO instants of this browser's clock. */
  since: string;
  until: string;
  /** Said beside the time left. */
  running: (left: string) => ReactNode;
  /** Said once the time is over. */
  done: ReactNode;
  large?: boolean;
};

/** A wait that ends by itself: a ring that fills, the time left by the second, and a check mark at the end. */
export function CountdownRing({ since, until, running, done, large = false }: CountdownRingProps) {
  const now = useTicking("second");
  const [from, to] = [Date.parse(since), Date.parse(until)];
  const over = now >= to;
  const size = large ? "size-8" : "size-5";
  return (
    <span role="timer" className="inline-flex items-center gap-2 whitespace-nowrap">
      {over ? (
        <Check aria-hidden className={classes("text-success", size)} />
      ) : (
        <ClockArc part={(now - from) / (to - from)} className={classes("text-accent", size)} />
      )}
      <span className={classes("tabular-nums", !large && "text-sm")}>
        {over ? done : running(stopwatch(Math.ceil((to - now) / 1_000)))}
      </span>
    </span>
  );
}
