import { readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { log } from "@/lib/log";
import { locate, type Repository, run } from "../adapter";
import type { ContentFile } from "../content-file";
import { finishFollowing } from "../follow/adapter";
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

/** Milliseconds after which no publish can still be using an index of its own. */
const leftAfter = 5 * 60_000;

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
  await removeLeft(repository);
  const followed = await finishFollowing(repository);
  if (!intent) return followed;
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
  return unfinished || followed;
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

async function readIntent(repository: Repository): Promise<Intent | null> {
  const text = await readFile(intentFile(repository), "utf8").catch(() => null);
  if (text === null) return null;
  try {
    return Intent.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Only old ones: a publish of another process may be under way. */
async function removeLeft({ gitDir }: Repository): Promise<void> {
  const names = await readdir(gitDir).catch(() => []);
  for (const name of names.filter((one) => /^bitacora-(index|tree)-/.test(one))) {
    const file = path.join(gitDir, name);
    const age = performance.timeOrigin + performance.now() - ((await stat(file).catch(() => null))?.mtimeMs ?? 0);
    if (age > leftAfter) await rm(file, { recursive: true, force: true });
  }
}
