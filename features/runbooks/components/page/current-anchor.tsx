"use client";
import { useEffect, useState } from "react";

/** How far below the top of the window, in pixels, something counts as being read. */
const readingLine = 168;

/** The last of some anchors that the reader has scrolled to; null above the first. */
export function useCurrentAnchor(ids: string[]): string | null {
  const [current, setCurrent] = useState<string | null>(null);
  const signature = ids.join(" ");
  useEffect(() => {
    const anchors = signature.split(" ").flatMap((id) => document.getElementById(id) ?? []);
    let frame = 0;
    const look = () => {
      frame = 0;
      const above = anchors.filter((element) => element.getBoundingClientRect().top <= readingLine);
      const atEnd = window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 2;
      const last = atEnd && window.scrollY > 0 ? anchors.at(-1) : above.at(-1);
      setCurrent(last?.id ?? null);
    };
    const schedule = () => {
      frame ||= requestAnimationFrame(look);
    };
    schedule();
    window.addEventListener("scroll", schedule, { passive: true });
    window.addEventListener("resize", schedule);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("scroll", schedule);
      window.removeEventListener("resize", schedule);
    };
  }, [signature]);
  return current;
}
