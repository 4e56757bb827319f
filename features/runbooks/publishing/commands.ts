import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { audit } from "@/lib/db/audit";
import { type Tx, transaction } from "@/lib/db/client";
import { AppError, isAppError } from "@/lib/errors/app-error";
import { saveDraft } from "../drafts/commands";
import { filesToPublish } from "../drafts/files/queries";
import { ownDraft } from "../drafts/queries";
import { locate } from "../git/adapter";
import { type ContentFile, formatOf, isNewRunbookPath } from "../git/content-file";
import { keepingAddress } from "../history/address";
import { crossErrors, getRunbook } from "../library/queries";
import { compileRunbook } from "../pipeline/adapter";
import { requireReview } from "../reviewing/gate/commands";
import { announceRunbooks, untilShown } from "../showing/commands";
import { answerSuggestions } from "../suggestions/commands";
import { byHandOf, commitText, conflictOf, publishingMs, type TextCommitted } from "./commit/commands";
import { publishingPolicy } from "./policy";
import { fileOf, version } from "./queries";
import type { Published, PublishRunbook, RestoreVersion } from "./schema";
import { unwritableAt } from "./writable";

/**
 * Publishes a text as one commit with the actor as its author, and shows it at once.
 * Whatever stops it, the text is kept: a person's as their draft.
 * @throws `text_not_writable`, `runbook_invalid` with `problems`; `stale_base` or `path_taken` with a `Conflict`; `worktree_changed` with a
 *   `ByHand`; `runbook_moved` with `to` for a text begun before a move; `review_required`; `nothing_to_publish`;
 *   `repository_unavailable`; `repository_locked`; `database_unavailable`
 */
export async function publishRunbook(
  ctx: Ctx,
  input: PublishRunbook,
  { review, restored = false }: Reviewing = {},
): Promise<Published> {
  authorize(publishingPolicy, "publish", ctx.actor, null);
  const unwritable = unwritableAt(input.text);
  if (unwritable) throw new AppError("text_not_writable", unwritable);
  await refuseMoved(ctx, input);
  const file = await fileOf(await locate(), input.path);
  await refuseInvalid(input, file);
  const result = await transaction(
    ctx.db,
    async (tx) => {
      const passed = restored ? null : await requireReview(tx, ctx, input);
      const message = passed?.message ?? input.message;
      const as = passed?.as ?? ctx;
      const written = await filesToPublish(tx, as.actor.id, input);
      const done = await commitText(tx, as, { ...input, ...written, message, file });
      if (done.outcome === "committed") {
        const seq = await record(tx, ctx, input, done);
        await passed?.settle(done);
        return { ...done, seq };
      }
      return done;
    },
    publishingMs,
  ).catch(async (error: unknown) => {
    const unwritable = isAppError(error) && /^repository_/.test(error.code);
    if (unwritable && review === undefined) await keep(ctx, input);
    throw error;
  });
  const behind = "seq" in result ? await untilShown(ctx, result.seq) : 0;
  return settle(ctx, input, { file, behind }, result, review === undefined);
}

type Reviewing = {
  /** Id of the approved request that is published: its round keeps the text, so nobody's draft has to. */
  review?: string;
  /** It was published before, under the rule of its day, so nobody is asked again. */
  restored?: boolean;
};

/** Publishes the text of an earlier version again, as a new commit. @throws as `publishRunbook` does */
export async function restoreVersion(ctx: Ctx, input: RestoreVersion): Promise<Published> {
  authorize(publishingPolicy, "publish", ctx.actor, null);
  const { text: before, current } = await version(ctx, input);
  if (before === null) throw new AppError("not_found");
  const text = current === null ? before : keepingAddress(before, current);
  return publishRunbook(ctx, { ...input, text, adoptBlob: null }, { restored: true });
}

/** What was begun before a move belongs to the runbook, wherever it lies now; a new one may take an old path. */
async function refuseMoved(ctx: Ctx, input: PublishRunbook): Promise<void> {
  const found = input.baseBlob === null ? null : await getRunbook(input.path);
  if (found?.kind !== "moved") return;
  await keep(ctx, { ...input, path: found.to });
  throw new AppError("runbook_moved", { to: found.to });
}

async function refuseInvalid(input: PublishRunbook, file: ContentFile): Promise<void> {
  const { path, text, baseBlob, adoptBlob } = input;
  if (baseBlob === null && adoptBlob === null && !isNewRunbookPath(path)) {
    throw new AppError("validation_failed", { issues: [{ path: "path", code: "custom", message: "kebab-case" }] });
  }
  const { problems, artifact } = await compileRunbook({ file, path, format: formatOf(file), source: text });
  if (!artifact) throw new AppError("runbook_invalid", { problems });
  const errors = await crossErrors(file, artifact);
  if (errors.length > 0) throw new AppError("runbook_invalid", { problems: errors });
}

async function record(tx: Tx, ctx: Ctx, input: PublishRunbook, { commit, blob }: { commit: string; blob: string }) {
  const { path, baseBlob, message } = input;
  const data = { commit, blob, base: baseBlob, message };
  await audit(tx, ctx, { action: "runbook.published", subject: `runbook:${path}`, data });
  if (input.answers?.length) await answerSuggestions(tx, ctx, { ids: input.answers, path, commit });
  const where = { personId: ctx.actor.id ?? "", path };
  if (ctx.actor.id) await tx.draft.deleteMany({ where });
  if (ctx.actor.id) await tx.draftFile.deleteMany({ where });
  return announceRunbooks(tx);
}

async function settle(
  ctx: Ctx,
  input: PublishRunbook,
  { file, behind }: { file: ContentFile; behind: number },
  result: TextCommitted,
  keeps: boolean,
): Promise<Published> {
  switch (result.outcome) {
    case "committed":
      return { path: input.path, commit: result.commit, blob: result.blob, followed: result.followed, behind };
    case "unchanged":
      if (input.baseBlob === result.blob) throw new AppError("nothing_to_publish");
      return { path: input.path, commit: result.commit, blob: result.blob, followed: true, behind };
    case "stale":
      if (keeps) await keep(ctx, input);
      throw new AppError(input.baseBlob === null ? "path_taken" : "stale_base", await conflictOf(input, file));
    case "by-hand":
      if (keeps) await keep(ctx, input);
      throw new AppError("worktree_changed", await byHandOf(input.path, file));
  }
}

/** What could not be published becomes the person's draft, unless it is that already. */
async function keep(ctx: Ctx, { path, text, baseBlob, message }: PublishRunbook): Promise<void> {
  if (ctx.actor.kind !== "person") return;
  const draft = await ownDraft(ctx, path);
  if (draft?.text === text && draft.baseBlob === baseBlob) return;
  await saveDraft(ctx, { path, text, baseBlob, message, version: draft?.version ?? 0 }).catch((error: unknown) => {
    // The editor saved this draft itself at this very moment, with what is on the screen: it stays, and the conflict is told.
    if (!isAppError(error) || error.code !== "stale_version") throw error;
  });
}
