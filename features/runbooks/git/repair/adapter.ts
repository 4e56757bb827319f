import { readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { contentPath } from "@/lib/env";
import { log } from "@/lib/log";
import { type Repository, run } from "../adapter";
import { finishFollowing } from "../follow/adapter";
import { updateIndex } from "../index-entry/adapter";
import { removeOwnLocks } from "../locks/adapter";
import { readObjects } from "../objects/adapter";
import { readFolders } from "../tree/adapter";
import { fileAt } from "../tree/tree";
import { isTemporaryName, readWorktree, replaceInWorktree } from "../worktree/adapter";

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
  /** When it was noted, in milliseconds since 1970. */
  atMs: z.number(),
});
/** What the working tree and the index have to become for one file of a commit. */
export type FileIntent = z.infer<typeof FileIntent>;

/** What is left of it when only the index was locked: the file itself is no longer ours to touch. */
export const followedOnDisk = (intent: FileIntent): FileIntent => ({ ...intent, before: intent.after });
/** Whether nothing but the index is left to do. */
export const isFollowedOnDisk = ({ before, after }: FileIntent): boolean => before === after;

/** Milliseconds after which no publish can still be using a folder of its own. */
const leftAfter = 5 * 60_000;

const noteName = "bitacora-publish.json";
const intentFile = ({ gitDir }: Repository) => path.join(gitDir, noteName);

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
 * What somebody wrote there since stays as it is. What such a process left lying about is removed. The caller holds the
 * publishing lock: another portal may be publishing into the same folder.
 * @returns the files that it finished
 */
export async function repair(repository: Repository): Promise<string[]> {
  await removeLeft(repository);
  const followed = await finishFollowing(repository);
  const noted = await readIntents(repository);
  if (noted.length === 0) return followed;
  for (const folder of new Set(noted.map(({ file }) => path.posix.dirname(file)))) await removeTemporary(folder);
  await removeOwnLocks(repository, noted);
  const reached = await reachedOf(repository, noted);
  const folders = await readFolders(
    repository,
    "HEAD",
    reached.map(({ file }) => repository.prefix + file),
  );
  const stored = ({ file }: FileIntent) => fileAt(folders, repository.prefix + file);
  const finished: string[] = [];
  for (const intent of reached) {
    const current = (stored(intent)?.id ?? null) === intent.after;
    if (current && (await finishFile(repository, intent))) finished.push(intent.file);
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
  // A commit that is not in the history may still get there: the git that a killed portal started lives on.
  const open = noted.filter((intent) => !reached.includes(intent));
  await recordIntents(repository, [...(entered === "locked" ? reached.map(followedOnDisk) : []), ...open]);
  if (finished.length > 0) log.warn("finished a publish that had been cut off", { files: finished });
  return [...followed, ...finished];
}

/** Those whose commit is in the history: of the others nothing happened. Where no file is left to touch, it does not matter. */
async function reachedOf(repository: Repository, intents: FileIntent[]): Promise<FileIntent[]> {
  const reached = new Set<string>();
  const commits = intents.filter((intent) => !isFollowedOnDisk(intent)).map(({ commit }) => commit);
  for (const commit of new Set(commits)) {
    const known = await run(["merge-base", "--is-ancestor", commit, "HEAD"], { cwd: repository.root });
    if (known.code === 0) reached.add(commit);
  }
  return intents.filter((intent) => isFollowedOnDisk(intent) || reached.has(intent.commit));
}

async function finishFile(repository: Repository, { file, before, after }: FileIntent): Promise<boolean> {
  const at = (await readWorktree(repository, file))?.blob ?? null;
  if (at !== before || at === after) return false;
  const [object] = after === null ? [null] : await readObjects(repository, [after]);
  if (after !== null && !object) return false;
  await replaceInWorktree(repository, file, object?.bytes ?? null, before);
  return true;
}

/** What a write that was cut off left beside the file that it was to become. */
async function removeTemporary(folder: string): Promise<void> {
  const names = await readdir(contentPath(folder)).catch(() => []);
  for (const name of names.filter(isTemporaryName)) await rm(contentPath(folder, name), { force: true });
}

async function removeLeft({ gitDir }: Repository): Promise<void> {
  await rm(path.join(gitDir, `${noteName}.tmp`), { force: true });
  const names = await readdir(gitDir).catch(() => []);
  for (const name of names.filter((one) => /^bitacora-tree-/.test(one))) {
    const file = path.join(gitDir, name);
    const age = performance.timeOrigin + performance.now() - ((await stat(file).catch(() => null))?.mtimeMs ?? 0);
    if (age > leftAfter) await rm(file, { recursive: true, force: true });
  }
}
