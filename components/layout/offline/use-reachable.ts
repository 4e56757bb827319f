"use client";
import { useEffect, useState } from "react";

const everyMs = 15_000;

/**
 * Whether the portal answers again.
 * @param probe the address that says so, asked until it does; null asks nothing
 */
export function useReachable(probe: "/healthz" | "/readyz" | null): boolean {
  const [reachable, setReachable] = useState(false);
  useEffect(() => {
    if (probe === null || reachable) return;
    const ask = async () => {
      const answer = await fetch(probe, { cache: "no-store", signal: AbortSignal.timeout(5_000) }).catch(() => null);
      if (answer?.ok) setReachable(true);
    };
    const timer = setInterval(() => navigator.onLine && void ask(), everyMs);
    window.addEventListener("online", ask);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", ask);
    };
  }, [probe, reachable]);
  return reachable;
}
