import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { audit } from "@/lib/db/audit";
import { transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { locate } from "../git/adapter";
import type { FileChange } from "../git/commit-request";
import { readWorktree } from "../git/worktree/adapter";
import { commitChanges, publishingMs } from "../publishing/commit/commands";
import { announceRunbooks, untilShown } from "../showing/commands";
import { contentStatePolicy } from "./policy";
import type { Adopted, AdoptFiles } from "./schema";

/**
 * Commits what somebody changed, made or took away on the server, byte for byte as it lies there, with the actor as its
 * author. Nothing is gated: it is what readers see already, and the list of problems names what is wrong with it.
 * @throws `worktree_changed` when a file is no longer what was seen; `stale_base` when HEAD is not; `nothing_to_publish`;
 *   `repository_unavailable`, `repository_locked`, `database_unavailable`
 */
export async function adoptFiles(ctx: Ctx, { files, message }: AdoptFiles): Promise<Adopted> {
  authorize(contentStatePolicy, "adopt", ctx.actor, null);
  const repository = await locate();
  if (!repository) throw new AppError("nothing_to_publish");
  const changes: FileChange[] = [];
  for (const { file, head, disk } of files) {
    const there = await readWorktree(repository, file);
    if ((there?.blob ?? null) !== disk) throw new AppError("worktree_changed", { file });
    changes.push({ file, content: there?.bytes ?? null, base: head, adopted: disk });
  }
  const { adopted, seq } = await transaction(
    ctx.db,
    async (tx) => {
      const done = await commitChanges(tx, ctx, { changes, message });
      if (done.outcome === "stale") throw new AppError("stale_base", { file: done.file });
      if (done.outcome === "by-hand") throw new AppError("worktree_changed", { file: done.file });
      if (done.outcome === "unchanged") throw new AppError("nothing_to_publish");
      const named = files.map(({ file }) => file);
      const data = { commit: done.commit, files: named, message };
      await audit(tx, ctx, { action: "content.adopted", subject: "content:worktree", data });
      return { adopted: { commit: done.commit, files: files.length }, seq: await announceRunbooks(tx) };
    },
    publishingMs,
  );
  await untilShown(ctx, seq);
  return adopted;
}
