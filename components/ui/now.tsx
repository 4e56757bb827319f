"use client";
import { useNow } from "next-intl";
import { useSyncExternalStore } from "react";

const ticking = (period: number) => {
  let now = 0;
  let timer: ReturnType<typeof setInterval> | undefined;
  const listeners = new Set<() => void>();
  const tick = () => {
    now = Date.now();
    for (const listener of listeners) listener();
  };
  return {
    subscribe(listener: () => void) {
      listeners.add(listener);
      timer ??= setInterval(tick, period);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
    read() {
      if (timer === undefined || now === 0) now = Math.floor(Date.now() / period) * period;
      return now;
    },
  };
};

// One interval for all the clocks of a page.
const second = ticking(1_000);
const minute = ticking(30_000);

/** Milliseconds since the epoch, advancing by the second or half minute; the first render agrees with the server's. */
export function useTicking(period: "second" | "minute"): number {
  const server = useNow().getTime();
  const clock = period === "second" ? second : minute;
  return useSyncExternalStore(clock.subscribe, clock.read, () => server);
}

let own: string | undefined;
/** The time zone of the browser that this runs in. Asked for once: the first answer takes some 14 ms, and each another fifth of one. */
export function ownTimeZone(): string {
  own ??= Intl.DateTimeFormat().resolvedOptions().timeZone;
  return own;
}

const never = () => () => {};
/** The reader's time zone; UTC on the server and in the first render. */
export const useTimeZoneOfReader = (): string => useSyncExternalStore(never, ownTimeZone, () => "UTC");
