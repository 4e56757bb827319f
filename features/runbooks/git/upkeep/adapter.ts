import { log } from "@/lib/log";
import { type Repository, run } from "../adapter";

/** Publications of this process between two rounds. */
const everyPublications = 100;
/** Loose objects that are worth a pack: each publication leaves about five. */
const looseObjects = 2_000;
/** Longest round of one task, in milliseconds. Nobody waits for it. */
const longMs = 10 * 60_000;

// On globalThis, because Next loads this module more than once in a process.
const shared = globalThis as typeof globalThis & {
  bitacoraUpkeep?: { published: number; going: Promise<void> | null };
};
const state = () => {
  shared.bitacoraUpkeep ??= { published: 0, going: null };
  return shared.bitacoraUpkeep;
};

/** For each publication: keeps the repository quick to read, now and then and in the background. */
export function afterPublication(repository: Repository): void {
  const current = state();
  current.published += 1;
  if (current.published % everyPublications === 0) void keepUp(repository);
}

/**
 * Writes down which paths each commit changed, which a history of one file asks for, and packs loose objects once there are
 * many. Commands that publish never do so by themselves, and a person's `gc` may never run here. Nothing is pruned, so it
 * may go on beside publications; git's own locks keep two of them apart. Never throws.
 */
export function keepUp(repository: Repository): Promise<void> {
  const current = state();
  current.going ??= round(repository).finally(() => {
    current.going = null;
  });
  return current.going;
}

async function round(repository: Repository): Promise<void> {
  const options = { cwd: repository.root, timeoutMs: longMs };
  const loose = [`maintenance.loose-objects.auto=${looseObjects}`, "maintenance.incremental-repack.auto=10"];
  const tasks = [
    ["commit-graph", "write", "--reachable", "--changed-paths", "--split", "--no-progress"],
    [
      ...loose.flatMap((setting) => ["-c", setting]),
      ...["maintenance", "run", "--auto", "--quiet", "--task=loose-objects", "--task=incremental-repack"],
    ],
  ];
  for (const task of tasks) {
    try {
      const done = await run(task, options);
      if (done.code !== 0) log.warn("upkeep of the content repository", { said: done.stderr.slice(0, 300) });
    } catch (error) {
      log.warn("upkeep of the content repository", { error });
    }
  }
}
