"use client";
import { useEffect } from "react";
import { useOutbox } from "./use-outbox";

/** Sends what waits as soon as the page's stream is there again: the server answers, whatever kept it away before. */
export function useWakeOutbox(live: boolean): void {
  const { outbox } = useOutbox();
  useEffect(() => {
    if (live) void outbox?.wake();
  }, [live, outbox]);
}
