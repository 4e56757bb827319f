import { access, mkdir, realpath } from "node:fs/promises";
import { contentPath } from "@/lib/env";
import { AppError } from "@/lib/errors/app-error";
import { log } from "@/lib/log";
import { git, locate, type Repository } from "../../adapter";
import { portal } from "../../commit-request";

/** Makes the content folder a repository of its own; what lies under `runbooks/` is its first commit. */
export async function initialize(at: Date): Promise<Repository> {
  await mkdir(contentPath("runbooks"), { recursive: true });
  const cwd = await realpath(contentPath());
  const made = await access(contentPath(".git")).then(
    () => true,
    () => false,
  );
  if (made) throw new AppError("repository_unavailable", { why: "the content folder's .git cannot be used" });
  // A folder that a larger repository ignores is not that repository's: git is told not to look further up.
  await git(["init", "-q", "."], { cwd });
  await git(["add", "-A", "--", "runbooks"], { cwd });
  const date = `${Math.floor(at.getTime() / 1_000)} +0000`;
  await git(["commit", "-q", "--allow-empty", "--no-verify", "-m", "Runbooks as they were found"], {
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
  const repository = await locate();
  if (!repository) throw new AppError("repository_unavailable", { why: "the new repository cannot be read" });
  log.info("the content folder is now a git repository", { root: repository.root });
  return repository;
}
