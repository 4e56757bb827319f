"use client";
import type { ComponentProps } from "react";
import { ElapsedClock } from "@/components/ui/clock";
import { useLiveRun } from "./live-run";
import { onOurClock } from "./run-state";

/** Time since an instant of the server, whatever this machine's clock says. */
export function ServerClock({ since, until, ...rest }: ComponentProps<typeof ElapsedClock>) {
  const { skew } = useLiveRun();
  return <ElapsedClock since={onOurClock(since, skew)} until={until ? onOurClock(until, skew) : null} {...rest} />;
}
