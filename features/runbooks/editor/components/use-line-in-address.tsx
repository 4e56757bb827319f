"use client";
import { useEffect, useRef } from "react";

/** Goes once to the line that the address names (`?line=12`), as a link to a problem does. */
export function useLineInAddress(jump: (line: number, column: number) => void): void {
  const latest = useRef(jump);
  latest.current = jump;
  useEffect(() => {
    const line = Number(new URLSearchParams(window.location.search).get("line"));
    if (Number.isInteger(line) && line > 0) latest.current(line, 1);
  }, []);
}
