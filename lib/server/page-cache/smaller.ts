import { log } from "@/lib/log";

/** Work that may wait, at the most. */
const mostWaiting = 200;

/**
 * Does work later, one piece after the other: whoever waits for a page does not wait for it. When too much is waiting, what is
 * added is left out.
 */
export function laterOnes(): (work: () => Promise<void>) => void {
  const waiting: (() => Promise<void>)[] = [];
  let busy = false;
  async function go() {
    busy = true;
    for (let work = waiting.shift(); work; work = waiting.shift()) {
      await work().catch((error: unknown) => log.error("a page could not be made smaller", { error }));
    }
    busy = false;
  }
  return (work) => {
    if (waiting.length >= mostWaiting) return;
    waiting.push(work);
    if (!busy) void go();
  };
}
