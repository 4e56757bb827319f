import { acknowledge } from "@/lib/realtime/acknowledgement";
import { lookAgain } from "../../library/queries";
import type { RemoteState } from "../../remote/status";

/**
 * Shows what other instances publish, and tells them when it is shown (docs/decisions/0042-pages-from-memory.md).
 * @returns `known`: from then on whoever publishes waits for this instance, and what was published before is shown
 * @param takeOver brings this clone to what was pushed
 */
export function showPublications(takeOver: () => Promise<RemoteState>): { known: Promise<void>; stop: () => void } {
  return acknowledge("runbooks", async () => {
    const state = await takeOver();
    await lookAgain();
    return state === "none" || state === "synced";
  });
}
