import { setTimeout as sleep } from "node:timers/promises";
import { log } from "@/lib/log";
import { type Repository, run } from "../adapter";
import type { ContentFile } from "../content-file";

type Entry = {
  file: ContentFile;
  mode: string;
  /** Blob at HEAD before the publish; null for none. */
  base: string | null;
  after: string;
};

/**
 * Lets `git status` see the published text, unless somebody staged another one for this file: that stays staged.
 * The person's index may be locked by a git of their own, or by one that died: then `git status` shows the file until
 * the lock is gone; nothing is lost.
 * @returns whether the index holds the published text now
 */
export async function updateIndexEntry(repository: Repository, { file, mode, base, after }: Entry): Promise<boolean> {
  const cwd = repository.root;
  const path = repository.prefix + file;
  const staged = await run(["ls-files", "-s", "-z", "--", path], { cwd });
  const current = /^\d+ ([0-9a-f]+) 0\t/.exec(staged.stdout)?.[1] ?? null;
  if (current !== null && current !== base) return current === after;
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const result = await run(["update-index", "--add", "--cacheinfo", `${mode},${after},${path}`], { cwd });
    if (result.code === 0) return true;
    await sleep(50 * 2 ** attempt);
  }
  log.warn("the index of the content repository is locked; the commit is made all the same", { file });
  return false;
}
