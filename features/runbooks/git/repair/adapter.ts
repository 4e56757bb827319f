import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { log } from "@/lib/log";
import { type Repository, run } from "../adapter";
import type { ContentFile } from "../content-file";
import { blobOf, readBlob } from "../history/adapter";
import { updateIndexEntry } from "../index-entry/adapter";
import { readWorktree, replaceInWorktree } from "../worktree/adapter";

const Intent = z.object({
  file: z.custom<ContentFile>((value) => typeof value === "string" && value.startsWith("runbooks/")),
  /** Blob at HEAD before; null for none. */
  base: z.string().nullable(),
  /** Blob in the working tree before the rename; null for none. */
  before: z.string().nullable(),
  after: z.string(),
  commit: z.string(),
});
export type Intent = z.infer<typeof Intent>;

const intentFile = ({ gitDir }: Repository) => path.join(gitDir, "bitacora-publish.json");

/** Says, before HEAD moves, what the working tree will have to become: a killed process leaves this note. */
export async function recordIntent(repository: Repository, intent: Intent): Promise<void> {
  const file = intentFile(repository);
  await writeFile(`${file}.tmp`, JSON.stringify(intent), { flush: true });
  await rename(`${file}.tmp`, file);
}

export const forgetIntent = (repository: Repository) => rm(intentFile(repository), { force: true });

/**
 * Finishes a publish that was killed after HEAD moved: the working tree follows, if it still holds the text from before.
 * What somebody wrote there since stays as it is. Indexes and temporary files that such a process left are removed.
 * @returns whether there was something to finish
 */
export async function repair(repository: Repository): Promise<boolean> {
  const intent = await readIntent(repository);
  await removeLeftIndexes(repository);
  if (!intent) return false;
  const reached = await run(["merge-base", "--is-ancestor", intent.commit, "HEAD"], { cwd: repository.root });
  const stored = reached.code === 0 ? await blobOf(repository, intent.file) : null;
  const disk = stored?.blob === intent.after ? await readWorktree(repository, intent.file) : null;
  const at = disk?.blob ?? null;
  const unfinished = stored?.blob === intent.after && at === intent.before && at !== intent.after;
  if (unfinished) {
    await replaceInWorktree(repository, intent.file, await readBlob(repository, intent.after), intent.before);
    log.warn("finished a publish that had been cut off", { file: intent.file, commit: intent.commit });
  }
  if (stored && (unfinished || at === intent.after))
    await updateIndexEntry(repository, { ...intent, mode: stored.mode });
  await forgetIntent(repository);
  return unfinished;
}

async function readIntent(repository: Repository): Promise<Intent | null> {
  const text = await readFile(intentFile(repository), "utf8").catch(() => null);
  if (text === null) return null;
  try {
    return Intent.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

async function removeLeftIndexes({ gitDir }: Repository): Promise<void> {
  const names = await readdir(gitDir).catch(() => []);
  await Promise.all(
    names
      .filter((name) => name.startsWith("bitacora-index-"))
      .map((name) => rm(path.join(gitDir, name), { force: true })),
  );
}
