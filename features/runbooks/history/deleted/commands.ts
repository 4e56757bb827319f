import { createTranslator } from "next-intl";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { audit } from "@/lib/db/audit";
import { type Tx, transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import { locate } from "../../git/adapter";
import type { CommitResult, FileChange } from "../../git/commit-request";
import { isRunbookPath } from "../../git/content-file";
import { everyRunbook, getRunbook } from "../../library/queries";
import { compileRunbook } from "../../pipeline/adapter";
import { commitChanges, publishingMs } from "../../publishing/commit/commands";
import { publishingPolicy } from "../../publishing/policy";
import { editableSource } from "../../publishing/queries";
import type { Published } from "../../publishing/schema";
import { announceRunbooks, untilShown } from "../../showing/commands";
import { bytesOf, filesAt, filesNamed } from "../beside/adapter";
import { readIncoming } from "../incoming/queries";
import { inputOf, isShared } from "../move/adapter";
import { restoredTrailer } from "../trail";
import { deletedText } from "./queries";
import type { Deleted, DeleteRunbook, RestoreDeleted } from "./schema";

const messages = { es, en };
const wordsOf = ({ locale }: Ctx) =>
  createTranslator({ locale, messages: messages[locale], namespace: "runbookHistory.delete" });

/**
 * Removes a runbook as one commit of the actor, with the files beside it that no other runbook names. Runs keep what they
 * pinned, and `restoreDeleted` takes it back.
 * @throws `runbook_needed` with `incoming` while procedures of others send people there; `not_found`; `stale_base`;
 *   `worktree_changed`; `repository_unavailable`
 */
export async function deleteRunbook(ctx: Ctx, input: DeleteRunbook): Promise<Deleted> {
  authorize(publishingPolicy, "publish", ctx.actor, null);
  const { path, baseBlob, reason } = input;
  const source = await editableSource(ctx, path);
  if (source.byHand) throw new AppError("worktree_changed", { file: source.file });
  if (source.blob !== baseBlob) throw new AppError("stale_base", { file: source.file });
  const needed = (await readIncoming(ctx, path)).incoming.filter(({ answers }) => answers > 0);
  if (needed.length > 0) throw new AppError("runbook_needed", { incoming: needed });
  const repository = await locate();
  const texts = (await everyRunbook()).flatMap((one) => (one.path === path || one.source === null ? [] : [one.source]));
  const beside = repository ? await filesAt(repository, "HEAD", filesNamed(inputOf(source))) : [];
  const own = beside.filter(({ file }) => !isShared(file, texts));
  const changes = [{ file: source.file as string, blob: baseBlob }, ...own].map(
    ({ file, blob }): FileChange => ({ file, content: null, base: blob, adopted: null }),
  );
  const message = `${wordsOf(ctx)("commit", { path })}\n\n${reason}`;
  const done = await commit(ctx, { changes, message, action: "runbook.deleted", path });
  return { path, commit: done.commit, followed: done.outcome === "unchanged" || done.followed };
}

/**
 * Takes a removal back as a new commit: the runbook as it was, with the files beside it that went in the same commit.
 * @throws `not_found` when that commit did not remove it; `path_taken` when there is one again; `runbook_invalid` with
 *   `problems` when the gate of today refuses the text; `repository_unavailable`
 */
export async function restoreDeleted(ctx: Ctx, input: RestoreDeleted): Promise<Published> {
  authorize(publishingPolicy, "publish", ctx.actor, null);
  const { repository, deletion, text } = await deletedText(ctx, input);
  const { path, file } = deletion;
  if (!isRunbookPath(path)) throw new AppError("not_found");
  if ((await getRunbook(path)).kind === "runbook") throw new AppError("path_taken", { path });
  const format = file.endsWith(".mdx") ? ("mdx" as const) : ("md" as const);
  const gated = { file, path, format, source: text };
  const { artifact, problems } = await compileRunbook(gated);
  if (!artifact) throw new AppError("runbook_invalid", { problems });
  const named = filesNamed(gated);
  const kept = new Set((await filesAt(repository, "HEAD", named)).map((one) => one.file));
  const beside = (await filesAt(repository, `${deletion.commit}^`, named)).filter((one) => !kept.has(one.file));
  const bytes = await bytesOf(repository, beside);
  const changes: FileChange[] = [
    { file, content: text, base: null, adopted: null },
    ...beside.map((one, at) => ({ file: one.file, content: bytes[at] ?? null, base: null, adopted: null })),
  ];
  const said = [wordsOf(ctx)("commitRestore", { path }), input.message, restoredTrailer(file)];
  const message = said.filter(Boolean).join("\n\n");
  const done = await commit(ctx, { changes, message, action: "runbook.restored", path });
  const followed = done.outcome === "unchanged" || done.followed;
  return { path, commit: done.commit, blob: deletion.blob, followed, behind: done.behind };
}

type Settled = Extract<CommitResult, { outcome: "committed" | "unchanged" }>;

async function commit(
  ctx: Ctx,
  {
    changes,
    message,
    action,
    path,
  }: { changes: FileChange[]; message: string; action: `runbook.${string}`; path: string },
): Promise<Settled & { behind: number }> {
  const done = await transaction(
    ctx.db,
    async (tx: Tx) => {
      const result = await commitChanges(tx, ctx, { changes, message });
      if (result.outcome !== "committed") return result;
      await audit(tx, ctx, { action, subject: `runbook:${path}`, data: { commit: result.commit, message } });
      return { ...result, seq: await announceRunbooks(tx) };
    },
    publishingMs,
  );
  if (done.outcome === "by-hand") throw new AppError("worktree_changed", { file: done.file });
  const made = changes.find(({ file }) => file === ("file" in done ? done.file : ""))?.base === null;
  if (done.outcome === "stale") throw new AppError(made ? "path_taken" : "stale_base", { file: done.file });
  return { ...done, behind: "seq" in done ? await untilShown(ctx, done.seq) : 0 };
}
