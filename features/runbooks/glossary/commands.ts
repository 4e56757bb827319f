import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { audit } from "@/lib/db/audit";
import { transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { notify } from "@/lib/realtime/notify";
import type { CommitResult } from "../git/commit-request";
import { byHandOf, commitChanges, conflictOf, publishingMs } from "../publishing/commit/commands";
import { publishingPolicy } from "../publishing/policy";
import { unwritableAt } from "../publishing/writable";
import { askForRefresh } from "../worklist/refresh/commands";
import { lookAgainAtGlossary } from "./file/adapter";
import { glossaryFile, parseGlossary } from "./meaning";
import type { PublishedGlossary, PublishGlossary } from "./schema";

/**
 * Publishes the glossary as one commit with the actor as its author; the search goes by it at once.
 * @throws `text_not_writable`; `glossary_invalid` with `problems`; `stale_base` with a `Conflict`; `worktree_changed` with a `ByHand`;
 *   `nothing_to_publish`; `repository_unavailable`; `repository_locked`; `database_unavailable`
 */
export async function publishGlossary(ctx: Ctx, input: PublishGlossary): Promise<PublishedGlossary> {
  authorize(publishingPolicy, "publish", ctx.actor, null);
  const { text, baseBlob, adoptBlob, message } = input;
  const unwritable = unwritableAt(text);
  if (unwritable) throw new AppError("text_not_writable", unwritable);
  const { problems } = parseGlossary(text);
  if (problems.length > 0) throw new AppError("glossary_invalid", { problems });
  const changes = [{ file: glossaryFile, content: text, base: baseBlob, adopted: adoptBlob }];
  const done = await transaction(
    ctx.db,
    async (tx) => {
      const result = await commitChanges(tx, ctx, { changes, message });
      if (result.outcome === "committed") {
        const data = { commit: result.commit, blob: result.blobs[0], base: baseBlob, message };
        await audit(tx, ctx, { action: "glossary.published", subject: `glossary:${glossaryFile}`, data });
        await askForRefresh(tx, ctx);
        await notify(tx, "runbooks", ctx.now().getTime());
      }
      return result;
    },
    publishingMs,
  );
  lookAgainAtGlossary();
  return settle(input, done);
}

async function settle({ text, baseBlob }: PublishGlossary, done: CommitResult): Promise<PublishedGlossary> {
  switch (done.outcome) {
    case "committed":
      return { commit: done.commit, blob: done.blobs[0] ?? "", followed: done.followed };
    case "unchanged":
      throw new AppError("nothing_to_publish");
    case "stale":
      throw new AppError("stale_base", await conflictOf({ path: glossaryFile, text, baseBlob }, glossaryFile));
    case "by-hand":
      throw new AppError("worktree_changed", await byHandOf(glossaryFile, glossaryFile));
  }
}
