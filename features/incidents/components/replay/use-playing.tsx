"use client";
import { useEffect, useState } from "react";

/** Minutes of the incident in one second of playing. */
export const speeds = { slow: 1, fast: 10 } as const;
export type Speed = keyof typeof speeds;

const smoothMs = 250;
const calmMs = 1_000;

/** Plays from moment to moment until the end; where motion is unwelcome once a second, else four times. */
export function usePlaying(at: number, end: number, setAt: (change: (at: number) => number) => void) {
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>("slow");
  useEffect(() => {
    if (!playing) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const every = calm ? calmMs : smoothMs;
    const timer = setInterval(() => {
      setAt((at) => Math.min(end, at + speeds[speed] * 60 * every));
    }, every);
    return () => clearInterval(timer);
  }, [playing, speed, end, setAt]);
  useEffect(() => {
    if (playing && at >= end) setPlaying(false);
  }, [playing, at, end]);
  return { playing, setPlaying, speed, setSpeed };
}
