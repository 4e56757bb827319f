import { AppError } from "@/lib/errors/app-error";
import { git, headOf, type Repository, run } from "../adapter";
import { portal } from "../commit-request";
import { type Followed, followCommit, noteFollowing } from "../follow/adapter";
import { moveHead } from "../write/move-head/adapter";

/** How HEAD and another commit stand to each other, and what was done about it. */
export type Integrated =
  | { outcome: "same" | "ahead" }
  /** HEAD is at `commit` now. */
  | ({ outcome: "forwarded" | "merged"; commit: string } & Followed)
  /** Both sides changed the same lines: nothing was done. */
  | { outcome: "conflict"; files: string[] };

const attempts = 5;

/**
 * Brings HEAD up to another commit: forward when nothing was published here since, else with a merge that is made beside
 * the working tree. Nothing is forced and nothing lost; a conflict leaves everything as it is. The caller holds the
 * publishing lock.
 * @throws `repository_unavailable`
 */
export async function integrate(repository: Repository, theirs: string, at: Date): Promise<Integrated> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const { commit: ours } = await headOf(repository);
    if (ours === theirs) return { outcome: "same" };
    if (ours && (await isAncestor(repository, theirs, ours))) return { outcome: "ahead" };
    const forward = !ours || (await isAncestor(repository, ours, theirs));
    const merged = forward ? { commit: theirs } : await merge(repository, ours, theirs, at);
    if ("files" in merged) return { outcome: "conflict", files: merged.files };
    await noteFollowing(repository, ours, merged.commit);
    if (!(await moveHead(repository, ours, merged.commit, "take over what was pushed"))) continue;
    const followed = await followCommit(repository, ours, merged.commit);
    return { outcome: forward ? "forwarded" : "merged", commit: merged.commit, ...followed };
  }
  throw new AppError("repository_unavailable", { why: "the branch keeps moving" });
}

const isAncestor = async ({ root }: Repository, ancestor: string, of: string) =>
  (await run(["merge-base", "--is-ancestor", ancestor, of], { cwd: root })).code === 0;

async function merge(
  { root: cwd }: Repository,
  ours: string,
  theirs: string,
  at: Date,
): Promise<{ commit: string } | { files: string[] }> {
  const tried = await run(["merge-tree", "--write-tree", "--name-only", "-z", "--no-messages", ours, theirs], { cwd });
  const [tree = "", ...files] = tried.stdout.split("\0").filter(Boolean);
  if (tried.code === 1) return { files };
  if (tried.code !== 0) {
    throw new AppError("repository_unavailable", { why: tried.stderr.trim().split("\n")[0]?.slice(0, 300) ?? "" });
  }
  const date = `${Math.floor(at.getTime() / 1_000)} +0000`;
  const commit = await git(["commit-tree", tree, "-p", ours, "-p", theirs, "-m", "Merge what was pushed elsewhere"], {
    cwd,
    env: {
      GIT_AUTHOR_NAME: portal.name,
      GIT_AUTHOR_EMAIL: portal.email,
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_NAME: portal.name,
      GIT_COMMITTER_EMAIL: portal.email,
      GIT_COMMITTER_DATE: date,
    },
  });
  return { commit: commit.trim() };
}
