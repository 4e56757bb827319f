import { AppError } from "@/lib/errors/app-error";
import { log } from "@/lib/log";
import { headOf, type Repository, reasonOf, run } from "../../adapter";
import { portal } from "../../commit-request";
import { leftLocks } from "../../locks/adapter";
import { lockInWords } from "../../locks/left-lock";

/**
 * Moves HEAD (and the branch that it names) from `from` to `to`, or not at all. A detached HEAD moves too; a ref of our
 * own then keeps the commit from being collected after somebody checks out another one.
 * @param why what the reflog says
 * @returns false when HEAD was no longer at `from`
 * @throws `repository_locked` naming the lock and its age; `repository_unavailable`
 */
export async function moveHead(repository: Repository, from: string | null, to: string, why: string): Promise<boolean> {
  const { branch } = await headOf(repository);
  const zeros = "0".repeat(to.length);
  const moves = [`update HEAD ${to} ${from ?? zeros}`, ...(branch ? [] : [`update refs/bitacora/published ${to}`])];
  const result = await run(["update-ref", "--stdin", "--create-reflog", "-m", why], {
    cwd: repository.root,
    input: `${moves.join("\n")}\n`,
    env: { GIT_COMMITTER_NAME: portal.name, GIT_COMMITTER_EMAIL: portal.email },
  });
  if (result.code === 0) return true;
  if ((await headOf(repository)).commit !== from) return false;
  log.error("HEAD could not be moved", { said: result.stderr.slice(0, 2_000) });
  const named = /'([^']+\.lock)'/.exec(result.stderr)?.[1];
  const lock = named && (await leftLocks(repository)).find(({ name }) => named.endsWith(`/${name}`));
  if (lock) throw new AppError("repository_locked", { ...lock, why: lockInWords(lock) });
  throw new AppError("repository_unavailable", { why: reasonOf(result.stderr) || "HEAD could not be moved" });
}
