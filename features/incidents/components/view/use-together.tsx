"use client";
import { useCallback, useEffect, useRef } from "react";

/** Longest wait in ms: a page in the background paints no frames. */
const longestMs = 250;

/** Hands on what arrives within one frame at once: who comes back after a thousand entries renders them once, not each. */
export function useTogether<T>(take: (items: T[]) => void): (items: T[]) => void {
  const waiting = useRef<T[]>([]);
  const frame = useRef<number>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const forget = useCallback(() => {
    if (frame.current !== undefined) cancelAnimationFrame(frame.current);
    clearTimeout(timer.current);
    frame.current = timer.current = undefined;
  }, []);
  useEffect(() => forget, [forget]);
  return useCallback(
    (items: T[]) => {
      waiting.current.push(...items);
      if (timer.current !== undefined) return;
      const flush = () => {
        forget();
        take(waiting.current.splice(0));
      };
      frame.current = requestAnimationFrame(flush);
      timer.current = setTimeout(flush, longestMs);
    },
    [take, forget],
  );
}
