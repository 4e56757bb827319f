import { setTimeout as sleep } from "node:timers/promises";
import { log } from "@/lib/log";
import type { Capture } from "./page-cache/capture";

/** What somebody opens while something is down; `-` is nobody's name. */
const firstPages = [
  "/search",
  "/incidents",
  "/incidents/-",
  "/runbooks/-/-",
  "/",
  "/sign-in",
  "/incidents/new",
  "/runs/-",
  "/incidents/-/runs/-",
];
/** Between two of them requests come first. Milliseconds. */
const pauseMs = 50;

/**
 * Has Next load the pages that are needed first, once the portal serves: a page that is opened for the first time takes a tenth of a
 * second more. All the others, and the routes that are answered in front of Next, are loaded when somebody asks for them.
 */
export function warmUp(capture: Capture): { stop: () => void; done: Promise<void> } {
  const stopped = new AbortController();
  const one = async (page: string) => {
    await sleep(pauseMs, undefined, { signal: stopped.signal });
    await capture(page, {});
  };
  const all = async () => {
    for (const page of firstPages) {
      await one(page).catch((error: unknown) => {
        if (!stopped.signal.aborted) log.warn("a page could not be loaded ahead", { page, error });
      });
      if (stopped.signal.aborted) return;
    }
  };
  return { stop: () => stopped.abort(), done: all() };
}
