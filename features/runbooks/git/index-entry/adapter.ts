import { setTimeout as sleep } from "node:timers/promises";
import { log } from "@/lib/log";
import { type Repository, run } from "../adapter";

/** What the person's index is to hold for a file. */
export type IndexEntry = {
  /** From the top of the repository. */
  path: string;
  /** What it may hold now: blobs, or null for no entry. Anything else was staged by somebody, and stays. */
  from: (string | null)[];
  /** Null for no entry. */
  to: { mode: string; blob: string } | null;
};

/**
 * Lets `git status` see what was published, unless somebody staged something else for a file: that stays staged.
 * The person's index may be locked by a git of their own, or by one that died: then `git status` shows the files until
 * the lock is gone; nothing is lost.
 * @returns `entered` when the index now holds for each file what it is to hold
 */
export async function updateIndex(
  repository: Repository,
  entries: IndexEntry[],
): Promise<"entered" | "staged" | "locked"> {
  const staged = await stagedBlobs(
    repository,
    entries.map(({ path }) => path),
  );
  const at = (path: string) => staged.get(path) ?? null;
  const differing = entries.filter(({ path, to }) => at(path) !== (to?.blob ?? null));
  const ours = differing.filter(({ path, from }) => from.includes(at(path)));
  if (ours.length === 0) return differing.length === 0 ? "entered" : "staged";
  const lines = ours.map(({ path, to }) =>
    to ? `${to.mode} ${to.blob}\t${path}\0` : `0 ${"0".repeat(at(path)?.length ?? 40)}\t${path}\0`,
  );
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const entered = await run(["update-index", "-z", "--index-info"], {
      cwd: repository.root,
      input: lines.join(""),
    });
    if (entered.code === 0) return ours.length === differing.length ? "entered" : "staged";
    await sleep(50 * 2 ** attempt);
  }
  log.warn("the index of the content repository is locked; the commit is made all the same", { files: ours.length });
  return "locked";
}

/** More paths than these are looked up in a listing of the whole index: git compares each entry with each of them. */
const fewPaths = 100;

async function stagedBlobs({ root: cwd }: Repository, paths: string[]): Promise<Map<string, string>> {
  const listed = await run(["ls-files", "-s", "-z", "--", ...(paths.length <= fewPaths ? paths : [])], { cwd });
  const staged = new Map<string, string>();
  for (const line of listed.stdout.split("\0")) {
    const [, blob, path] = /^\d+ ([0-9a-f]+) 0\t([\s\S]+)$/.exec(line) ?? [];
    if (blob && path) staged.set(path, blob);
  }
  return staged;
}
