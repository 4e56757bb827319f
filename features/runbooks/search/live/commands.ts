import { log } from "@/lib/log";
import { followLibrary } from "../../library/queries";
import { liveIndex, saveIndex, unsaved } from "./adapter";

/** How often it is looked whether there is something to save, in milliseconds. */
const lookEveryMs = 10_000;
/** So many changes are worth writing the whole file at once; fewer wait, because a start reads those few again in no time. */
const worthSaving = 64;
const saveWithinMs = 10 * 60_000;

/**
 * Takes changes of the library in before anybody searches for them, and saves the index in the background: many changes
 * soon, few now and then, and what is left when the portal stops.
 */
export function keepSearchIndex(): { stop: () => Promise<void> } {
  const grumble = (error: unknown) => log.warn("the search index cannot be kept", { error });
  const stopFollowing = followLibrary(() => void liveIndex().catch(grumble));
  let saving: Promise<void> | null = null;
  let waiting = 0;
  const save = () => {
    waiting = 0;
    saving ??= saveIndex()
      .catch(grumble)
      .finally(() => {
        saving = null;
      });
    return saving;
  };
  const timer = setInterval(() => {
    const { changes, busy } = unsaved();
    if (changes === 0 || busy) return;
    waiting += lookEveryMs;
    if (changes >= worthSaving || waiting >= saveWithinMs) void save();
  }, lookEveryMs).unref();
  return {
    async stop() {
      clearInterval(timer);
      stopFollowing();
      await saving;
      if (unsaved().changes > 0) await save();
    },
  };
}
