import { readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { log } from "@/lib/log";
import { locate, type Repository, run } from "../adapter";
import { finishFollowing } from "../follow/adapter";
import { updateIndex } from "../index-entry/adapter";
import { readObjects } from "../objects/adapter";
import { readFolders } from "../tree/adapter";
import { fileAt } from "../tree/tree";
import { readWorktree, replaceInWorktree } from "../worktree/adapter";

const FileIntent = z.object({
  commit: z.string(),
  /** Path below the content folder. */
  file: z.string(),
  /** Blob at HEAD before; null for none. */
  base: z.string().nullable(),
  /** Blob in the working tree before the rename; null for none. */
  before: z.string().nullable(),
  /** Blob of the commit; null for a file that it takes away. */
  after: z.string().nullable(),
});
/** What the working tree and the index have to become for one file of a commit. */
export type FileIntent = z.infer<typeof FileIntent>;

/** What is left of it when only the index was locked: the file itself is no longer ours to touch. */
export const followedOnDisk = (intent: FileIntent): FileIntent => ({ ...intent, before: intent.after });

/** Milliseconds after which no publish can still be using a folder of its own. */
const leftAfter = 5 * 60_000;

const intentFile = ({ gitDir }: Repository) => path.join(gitDir, "bitacora-publish.json");

/** Says, before HEAD moves, what the working tree will have to become: a killed process leaves this note. */
export async function recordIntents(repository: Repository, intents: FileIntent[]): Promise<void> {
  const file = intentFile(repository);
  if (intents.length === 0) return rm(file, { force: true });
  await writeFile(`${file}.tmp`, JSON.stringify(intents), { flush: true });
  await rename(`${file}.tmp`, file);
}

/** What is noted, the oldest first. */
export async function readIntents(repository: Repository): Promise<FileIntent[]> {
  const text = await readFile(intentFile(repository), "utf8").catch(() => null);
  if (text === null) return [];
  try {
    return z.array(FileIntent).parse(JSON.parse(text));
  } catch {
    return [];
  }
}

/**
 * Finishes a publish that was killed after HEAD moved: the working tree follows where it still holds what it held before.
 * What somebody wrote there since stays as it is. What such a process left lying about is removed.
 * @returns whether there was something to finish
 */
export async function repair(repository: Repository): Promise<boolean> {
  await removeLeft(repository);
  const followed = await finishFollowing(repository);
  const noted = await readIntents(repository);
  if (noted.length === 0) return followed;
  const reached = await reachedOf(repository, noted);
  const folders = await readFolders(
    repository,
    "HEAD",
    reached.map(({ file }) => repository.prefix + file),
  );
  const stored = ({ file }: FileIntent) => fileAt(folders, repository.prefix + file);
  let finished = false;
  for (const intent of reached) {
    if ((stored(intent)?.id ?? null) === intent.after) finished = (await finishFile(repository, intent)) || finished;
  }
  const entered = await updateIndex(
    repository,
    reached.map((intent) => {
      const now = stored(intent);
      return {
        path: repository.prefix + intent.file,
        from: reached.filter(({ file }) => file === intent.file).flatMap(({ base, after }) => [base, after]),
        to: now && { mode: now.mode, blob: now.id },
      };
    }),
  );
  await recordIntents(repository, entered === "locked" ? reached.map(followedOnDisk) : []);
  if (finished) log.warn("finished a publish that had been cut off", { files: reached.map(({ file }) => file) });
  return finished || followed;
}

/** Those whose commit is in the history: of the others nothing happened. Where no file is left to touch, it does not matter. */
async function reachedOf(repository: Repository, intents: FileIntent[]): Promise<FileIntent[]> {
  const reached = new Set<string>();
  const open = intents.filter(({ before, after }) => before !== after);
  for (const commit of new Set(open.map((intent) => intent.commit))) {
    const known = await run(["merge-base", "--is-ancestor", commit, "HEAD"], { cwd: repository.root });
    if (known.code === 0) reached.add(commit);
  }
  return intents.filter(({ commit, before, after }) => before === after || reached.has(commit));
}

async function finishFile(repository: Repository, { file, before, after }: FileIntent): Promise<boolean> {
  const at = (await readWorktree(repository, file))?.blob ?? null;
  if (at !== before || at === after) return false;
  const [object] = after === null ? [null] : await readObjects(repository, [after]);
  if (after !== null && !object) return false;
  await replaceInWorktree(repository, file, object?.bytes ?? null, before);
  return true;
}

/** For the start of the portal: finishes what a killed process left. A repository that cannot be read is for later. */
export async function repairContent(): Promise<void> {
  try {
    const repository = await locate();
    if (repository) await repair(repository);
  } catch (error) {
    log.warn("the content repository could not be looked through", { error });
  }
}

/** Only old ones: a publish of another process may be under way. */
async function removeLeft({ gitDir }: Repository): Promise<void> {
  const names = await readdir(gitDir).catch(() => []);
  for (const name of names.filter((one) => /^bitacora-tree-/.test(one))) {
    const file = path.join(gitDir, name);
    const age = performance.timeOrigin + performance.now() - ((await stat(file).catch(() => null))?.mtimeMs ?? 0);
    if (age > leftAfter) await rm(file, { recursive: true, force: true });
  }
}
