"use client";
import { useEffect, useState } from "react";
import type { ClockView } from "../../clocks/clock-view";
import { useLiveRun } from "../live/live-run";

/** A limit that is reached, told apart from the same clock's later one. */
export const reachedId = ({ key, dueAt }: ClockView): string => `${key}@${dueAt}`;

/** Longest that a browser's timer can wait, in ms. */
const longest = 2 ** 31 - 1;

/**
 * The clocks of the run that are over, by the server's time. Wakes at the moment of the next one rather than every second.
 * Null until the browser has looked for the first time.
 */
export function useDueClocks(): ClockView[] | null {
  const { run, skew } = useLiveRun();
  const { clocks } = run;
  const [due, setDue] = useState<ClockView[] | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      const now = Date.now() - skew;
      const [over, ahead] = [
        clocks.filter((clock) => leftOf(clock, now) <= 0),
        clocks.map((clock) => leftOf(clock, now)),
      ];
      setDue((known) => (known && same(known, over) ? known : over));
      const next = Math.min(...ahead.filter((left) => left > 0));
      if (Number.isFinite(next)) timer = setTimeout(look, Math.min(next + 20, longest));
    };
    look();
    return () => clearTimeout(timer);
  }, [clocks, skew]);
  return due;
}

const leftOf = ({ dueAt }: ClockView, now: number) => Date.parse(dueAt) - now;
const same = (a: ClockView[], b: ClockView[]) => a.map(reachedId).join() === b.map(reachedId).join();
