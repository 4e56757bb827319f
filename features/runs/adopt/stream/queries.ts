import { followLibrary, listRunbooks, lookAgain } from "@/features/runbooks/library/queries";
import { subscribe } from "@/lib/realtime/listener";

/** How often the disk is looked at while somebody follows a run, for file systems that tell nobody of a change, in ms. */
const lookEveryMs = 5_000;

/**
 * Calls back whenever the runbooks change: at once when they are published here, when another process says so, and soon after a
 * pull or an edit by hand. @returns the way to stop
 */
export function followRunbooks(listener: () => void): () => void {
  const stop = followLibrary(listener);
  const published = subscribe("runbooks", () => void lookAgain());
  const timer = setInterval(() => void listRunbooks().catch(() => {}), lookEveryMs).unref();
  return () => {
    stop();
    published.stop();
    clearInterval(timer);
  };
}
