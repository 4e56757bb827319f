import { keyOf, numberOf } from "@/features/incidents/key";
import { recordEntry } from "@/features/incidents/timeline/record/commands";
import { compilePostMortem } from "@/features/runbooks/documents/queries";
import { isPostMortemPath, postMortemFile } from "@/features/runbooks/git/content-file";
import {
  byHandOf,
  commitText,
  conflictOf,
  publishingMs,
  type TextCommitted,
} from "@/features/runbooks/publishing/commit/commands";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { audit } from "@/lib/db/audit";
import { type Tx, transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { notify } from "@/lib/realtime/notify";
import { refuseSecrets } from "@/lib/secrets/refuse-secrets";
import { postMortemPolicy } from "../policy";
import { leadsOf } from "../queries";
import { conflictWith, lockPostMortem } from "../save/commands";
import type { PostMortemView, PublishPostMortem } from "../schema";
import { postMortemView } from "../view";

type Row = Awaited<ReturnType<typeof lockPostMortem>>;

/**
 * Publishes the text as one commit of `content/postmortems/` with the actor as its author, and says so on the timeline, also of a
 * closed incident. Publishing what is published already repairs what an interrupted publication left unsaid.
 * @throws `stale_version` when somebody saved in between; `runbook_invalid` with `problems`; `secret_found`; `stale_base` or
 *   `path_taken` with a `Conflict`; `worktree_changed` with a `ByHand`; `nothing_to_publish`; `repository_unavailable`
 */
export async function publishPostMortem(ctx: Ctx, input: PublishPostMortem): Promise<PostMortemView> {
  authorize(postMortemPolicy, "write", ctx.actor, { leads: [] });
  return transaction(
    ctx.db,
    async (tx) => {
      const row = await lockPostMortem(tx, input.key);
      authorize(postMortemPolicy, "publish", ctx.actor, { leads: await leadsOf(tx, row.incidentId) });
      const number = numberOf(input.key);
      if (row.version !== input.version)
        throw new AppError("stale_version", await conflictWith(tx, number, row, row.text, input.version));
      refuseSecrets({ text: row.text }, input.cleared);
      const { artifact, problems } = await compilePostMortem(row.path, row.text);
      if (!artifact) throw new AppError("runbook_invalid", { problems });
      if (artifact.postMortem?.incident !== keyOf(number))
        throw new AppError("post_mortem_of_another", { found: artifact.postMortem?.incident, expected: keyOf(number) });
      if (!isPostMortemPath(row.path)) throw new AppError("not_found");
      const file = postMortemFile(row.path);
      const text = { file, path: row.path, text: row.text, ...input };
      const done = await commitText(tx, ctx, text);
      switch (done.outcome) {
        case "committed":
        case "unchanged":
          return published(tx, ctx, row, done, input);
        case "stale":
          throw new AppError(input.baseBlob === null ? "path_taken" : "stale_base", await conflictOf(text, file));
        case "by-hand":
          throw new AppError("worktree_changed", await byHandOf(row.path, file));
      }
    },
    publishingMs,
  );
}

type Done = Extract<TextCommitted, { commit: string }>;

async function published(tx: Tx, ctx: Ctx, row: Row, done: Done, { key, message }: PublishPostMortem) {
  const { commit, blob, outcome } = done;
  if (outcome === "unchanged" && row.publishedBlob === blob) throw new AppError("nothing_to_publish");
  const { incidentId, path } = row;
  const data = { commit, blob, base: row.publishedBlob, message };
  const updated = await tx.postMortem.update({
    where: { incidentId },
    data: { publishedBlob: blob, publishedCommit: commit, publishedAt: ctx.now(), publishedBy: ctx.actor.name },
  });
  await audit(tx, ctx, { action: "post_mortem.published", subject: `post-mortem:${path}`, data });
  await recordEntry(tx, ctx, incidentId, {
    kind: "link",
    body: `Post-mortem: [${path}](/${path}) · \`${commit.slice(0, 8)}\``,
    data: { event: "post_mortem_published", path, commit, blob },
  });
  await notify(tx, `postmortem:${incidentId}`, updated.version);
  return postMortemView(numberOf(key), updated);
}
