"use client";
import { type ReactNode, useMemo } from "react";
import type { RunView, StepView } from "../../schema";
import { type LiveRun, RunContext } from "../live/live-run";

type Props = { run: RunView; shown: StepView | null; show: (stepId: string | null) => void; children: ReactNode };

const refuse = async () => false;
const nothing = () => {};

/** Gives the screen of a run one that nobody runs: it looks, and what would write does nothing. */
export function RehearsalProvider({ run, shown, show, children }: Props) {
  const value = useMemo<LiveRun>(
    () => ({
      run,
      shown,
      show,
      able: false,
      me: { id: null, name: "" },
      people: [],
      busy: false,
      lost: false,
      skew: 0,
      refused: null,
      unsent: new Map(),
      ownHands: { current: new Set<string>() },
      act: refuse,
      end: refuse,
      dismiss: nothing,
      update: nothing,
    }),
    [run, shown, show],
  );
  return <RunContext value={value}>{children}</RunContext>;
}
