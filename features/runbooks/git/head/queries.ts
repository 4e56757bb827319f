import { log } from "@/lib/log";
import { headOf, locate } from "../adapter";

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
