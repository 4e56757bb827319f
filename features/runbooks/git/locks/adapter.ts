import { readdir, readFile, rm, stat } from "node:fs/promises";
import path from "node:path";
import { log } from "@/lib/log";
import { type Repository, run } from "../adapter";
import type { LeftLock } from "./left-lock";

/** Folders of a git directory in which locks lie: of the index, of refs, of packed refs, of the commit-graph. */
const places = ["", "refs", "objects", "objects/info"];
/** No git command of a publication runs longer: in milliseconds. */
const longest = 30_000;

const nowMs = () => performance.timeOrigin + performance.now();

/** Lock files of the repository, the oldest first. One of a git that runs at this moment is among them. */
export async function leftLocks(repository: Repository): Promise<LeftLock[]> {
  const found = await lockFiles(repository);
  return found
    .map(({ name, madeMs }) => ({ name, seconds: Math.max(0, Math.round((nowMs() - madeMs) / 1_000)) }))
    .toSorted((a, b) => b.seconds - a.seconds);
}

type LockFile = { name: string; full: string; madeMs: number };

async function lockFiles(repository: Repository): Promise<LockFile[]> {
  const folders = new Set([repository.gitDir, await commonDir(repository)]);
  const found = new Map<string, LockFile>();
  for (const folder of folders) {
    for (const place of places) {
      const recursive = place === "refs" || place === "objects/info";
      const names = await readdir(path.join(/* turbopackIgnore: true */ folder, place), { recursive }).catch(() => []);
      for (const name of names.filter((one) => one.endsWith(".lock"))) {
        const full = path.join(/* turbopackIgnore: true */ folder, place, name);
        const made = await stat(full).catch(() => null);
        if (made) found.set(full, { name: path.posix.join(place, name), full, madeMs: made.mtimeMs });
      }
    }
  }
  return [...found.values()];
}

/** Where the refs are; of a linked worktree that is not its own git directory. */
async function commonDir({ root, gitDir }: Repository): Promise<string> {
  const { stdout } = await run(["rev-parse", "--path-format=absolute", "--git-common-dir"], { cwd: root });
  return stdout.trim() || gitDir;
}

/** When a publication of ours moved HEAD or was about to, and to which commit. */
export type CutOff = { commit: string; atMs: number };

/**
 * Removes locks that the git of a killed publication left: made in the seconds after its note, with nothing in them or its
 * commit where it is a ref's, and too old for that git to be running still. Those of anybody else stay.
 */
export async function removeOwnLocks(repository: Repository, cutOff: CutOff[]): Promise<void> {
  for (const { name, full, madeMs } of await lockFiles(repository)) {
    const during = cutOff.filter(({ atMs }) => madeMs >= atMs - 1_000 && madeMs <= atMs + longest);
    if (during.length === 0 || nowMs() - madeMs < longest) continue;
    const held = name === "index.lock" ? "" : (await readFile(full, "latin1").catch(() => "?")).trim();
    if (held !== "" && !during.some(({ commit }) => commit === held)) continue;
    await rm(full, { force: true });
    log.warn("removed a lock that a killed publication left", { lock: name });
  }
}
