import { headOf, type Repository, run } from "../../git/adapter";
import { readObjects } from "../../git/objects/adapter";
import { type Deletion, deletionFormat, parseDeletions, withText } from "./deletion";

/** Removed runbooks that are remembered, the latest. */
const maxKept = 1_000;
/** Longest walk through the history, in milliseconds. */
const walkMs = 60_000;

type Known = { root: string; head: string; deletions: Deletion[] };
// On globalThis, because Next loads modules several times.
const shared = globalThis as typeof globalThis & { bitacoraDeletions?: Known; bitacoraDeletionsRead?: Promise<Known> };

/**
 * The latest 1,000 removals of runbooks in HEAD's history, newest first, those that came back included. The history is walked once
 * in a process; after that only what is new.
 */
export async function deletionsIn(repository: Repository): Promise<Deletion[]> {
  const { commit: head } = await headOf(repository);
  if (!head) return [];
  for (;;) {
    const known = shared.bitacoraDeletions;
    if (known?.root === repository.root && known.head === head) return known.deletions;
    const reading = shared.bitacoraDeletionsRead;
    if (reading) {
      await reading.catch(() => {});
      if (shared.bitacoraDeletions?.head !== head && shared.bitacoraDeletionsRead === reading) return [];
      continue;
    }
    shared.bitacoraDeletionsRead = readUpTo(repository, head, known).finally(() => {
      shared.bitacoraDeletionsRead = undefined;
    });
    shared.bitacoraDeletions = await shared.bitacoraDeletionsRead;
  }
}

async function readUpTo(repository: Repository, head: string, known: Known | undefined): Promise<Known> {
  const { root } = repository;
  const usable = known?.root === root && (await comesFrom(repository, known.head, head)) ? known : null;
  const fresh = await walk(repository, usable ? `${usable.head}..${head}` : head);
  const deletions = [...fresh, ...(usable?.deletions ?? [])].slice(0, maxKept);
  return { root, head, deletions };
}

async function comesFrom({ root }: Repository, before: string, after: string): Promise<boolean> {
  return (await run(["merge-base", "--is-ancestor", before, after], { cwd: root })).code === 0;
}

async function walk(repository: Repository, range: string): Promise<Deletion[]> {
  const { root, prefix } = repository;
  const options = ["-z", "--raw", "--no-abbrev", "--no-ext-diff", "--no-textconv", "--diff-filter=D", "-M"];
  const { code, stdout } = await run(
    ["log", ...options, `--max-count=${maxKept}`, `--format=${deletionFormat}`, range, "--", `${prefix}runbooks`],
    { cwd: root, timeoutMs: walkMs },
  );
  const removed = code === 0 ? parseDeletions(stdout, prefix).slice(0, maxKept) : [];
  const objects = await readObjects(
    repository,
    removed.map(({ blob }) => blob),
  );
  return removed.map((one, at) => withText(one, objects[at]?.bytes.toString("utf8") ?? ""));
}
