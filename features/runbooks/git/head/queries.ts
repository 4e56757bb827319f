import { log } from "@/lib/log";
import { headOf, locate, run } from "../adapter";

/** The commit that the content repository stands at; null outside a repository, before its first commit, or when git does not answer. */
export async function headCommit(): Promise<string | null> {
  try {
    const repository = await locate();
    return repository ? (await headOf(repository)).commit : null;
  } catch (error) {
    log.warn("the content repository does not answer", { error });
    return null;
  }
}

/** Whether the repository still has a commit: a rewritten history may not. Null when there is no repository or git does not answer. */
export async function isKnownCommit(commit: string): Promise<boolean | null> {
  if (!/^[0-9a-f]{40,64}$/.test(commit)) return false;
  try {
    const repository = await locate();
    if (!repository) return null;
    return (await run(["merge-base", "--is-ancestor", commit, "HEAD"], { cwd: repository.root })).code === 0;
  } catch (error) {
    log.warn("the content repository does not answer", { error });
    return null;
  }
}
