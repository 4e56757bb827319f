import { lastSeen, library, onLibraryChange } from "../library/adapter";
import { isReadable } from "../library/runbook";

/** What the pages from memory are kept fresh by. */
export function pageFreshness() {
  let version = 0;
  onLibraryChange(() => {
    version += 1;
  });
  return {
    version: () => version,
    look: async () => void (await library()),
    /** Whether there is a runbook at `path` whose file is not refused. */
    async isPublished(path: string): Promise<boolean> {
      const runbook = (await lastSeen()).runbooks.get(path);
      return runbook !== undefined && isReadable(runbook) && !runbook.stale;
    },
  };
}
