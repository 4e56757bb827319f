import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { locate } from "../../git/adapter";
import type { CommitResult, FileChange, Signature } from "../../git/commit-request";
import { type ContentFile, isObjectId } from "../../git/content-file";
import { blobOf, fileLog, readBlob } from "../../git/history/adapter";
import { blobFor } from "../../git/objects/adapter";
import { repairAndTell } from "../../git/repair/commands";
import { afterPublication } from "../../git/upkeep/adapter";
import { readWorktreeText } from "../../git/worktree/adapter";
import { commitFiles } from "../../git/write/adapter";
import { handOn, takeOverFirst } from "../../remote/commands";
import { lockPublishing } from "../lock/queries";
import { mergeTexts } from "../merge";
import type { ByHand, Conflict } from "../schema";

/** Longest publication in milliseconds: a remote may be slow to take over from and to hand on to. */
export const publishingMs = 60_000;

/** A text for a file of the content folder, and what it was made from. */
export type ContentText = {
  file: ContentFile;
  text: string;
  baseBlob: string | null;
  adoptBlob: string | null;
  message: string;
  /** What is committed with it: files that lie beside it. */
  files?: FileChange[];
};

/** What committing one text came to: as `CommitResult`, with the blob of that one. */
export type TextCommitted =
  | { outcome: "committed"; commit: string; blob: string; followed: boolean }
  | { outcome: "unchanged"; commit: string; blob: string }
  | Extract<CommitResult, { outcome: "stale" | "by-hand" }>;

/** Commits one text. @throws `file_name_taken` when a file beside it is there now. @see commitChanges */
export async function commitText(tx: Tx, ctx: Ctx, input: ContentText): Promise<TextCommitted> {
  const { file, text: content, baseBlob: base, adoptBlob: adopted, message, files = [] } = input;
  const done = await commitChanges(tx, ctx, { changes: [{ file, content, base, adopted }, ...files], message });
  const refused = done.outcome === "stale" || done.outcome === "by-hand";
  if (refused && done.file !== file) throw new AppError("file_name_taken", { file: done.file });
  if (refused) return done;
  return { ...done, blob: blobFor(await locate(), content) };
}

/**
 * Commits some files together, all or none, with the actor as the author, under the lock that orders the portals until
 * the transaction ends. With a remote, on top of what was pushed there; and handed on to it. Give the transaction
 * `publishingMs`.
 * @throws `file_name_refused`, `file_name_taken`, `repository_unavailable`
 */
export async function commitChanges(
  tx: Tx,
  ctx: Ctx,
  { changes, message }: { changes: FileChange[]; message: string },
): Promise<CommitResult> {
  await lockPublishing(tx);
  const repository = await locate();
  if (repository) {
    await repairAndTell(tx, ctx, repository);
    await takeOverFirst(ctx, repository);
  }
  const done = await commitFiles({ changes, message, author: await authorOf(tx, ctx), at: ctx.now() });
  if (repository && done.outcome === "committed") {
    await handOn(tx, ctx, repository);
    afterPublication(repository);
  }
  return done;
}

/** The person's name and address, as the administrators keep them; a token is named and has no address. */
async function authorOf(tx: Tx, { actor }: Ctx): Promise<Signature> {
  const person = actor.id ? await tx.person.findUnique({ where: { id: actor.id } }) : null;
  return person ? { name: person.name, email: person.email } : { name: actor.name, email: "token@bitacora.invalid" };
}

type Refused = Pick<ContentText, "text" | "baseBlob"> & { path: string };

/** What HEAD holds instead of the base, what both came from, and a merge to choose. */
export async function conflictOf({ path, text, baseBlob }: Refused, file: ContentFile): Promise<Conflict> {
  const repository = await locate();
  const stored = repository && (await blobOf(repository, file));
  if (!repository || !stored) return { path, base: null, theirs: null, merged: null };
  const [last] = await fileLog(repository, file, { limit: 1, skip: 0 });
  const [theirs, base] = await Promise.all([
    readBlob(repository, stored.blob),
    baseBlob && isObjectId(baseBlob) ? readBlob(repository, baseBlob).catch(() => null) : null,
  ]);
  return {
    path,
    base: baseBlob && base !== null ? { blob: baseBlob, text: base } : null,
    theirs: {
      blob: stored.blob,
      text: theirs,
      author: last?.author ?? "",
      at: last?.at ?? "",
      commit: last?.commit ?? "",
      message: last?.subject ?? "",
    },
    merged: mergeTexts(text, base, theirs),
  };
}

/** What lies in the working tree without being committed. */
export async function byHandOf(path: string, file: ContentFile): Promise<ByHand> {
  const disk = await readWorktreeText(await locate(), file);
  return { path, blob: disk?.blob ?? "", text: disk?.text ?? "" };
}
