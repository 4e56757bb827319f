import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { locate } from "../../git/adapter";
import type { CommitResult, Signature } from "../../git/commit-request";
import { type ContentFile, isObjectId } from "../../git/content-file";
import { blobOf, fileLog, readBlob } from "../../git/history/adapter";
import { readWorktree } from "../../git/worktree/adapter";
import { commitFile } from "../../git/write/adapter";
import { mergeTexts } from "../merge";
import type { ByHand, Conflict } from "../schema";

/** Key of the advisory lock under which one process at a time publishes. */
const publishingLock = 7_226_014;

/** A text for a file of the content folder, and what it was made from. */
export type ContentText = {
  file: ContentFile;
  text: string;
  baseBlob: string | null;
  adoptBlob: string | null;
  message: string;
};

/** Commits one text with the actor as its author, under the lock that orders the portals until the transaction ends. */
export async function commitText(tx: Tx, ctx: Ctx, input: ContentText): Promise<CommitResult> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${publishingLock}::bigint)`;
  return commitFile({
    file: input.file,
    text: input.text,
    base: input.baseBlob,
    adopted: input.adoptBlob,
    message: input.message,
    author: await authorOf(tx, ctx),
    at: ctx.now(),
  });
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
  const disk = await readWorktree(await locate(), file);
  return { path, blob: disk?.blob ?? "", text: disk?.text ?? "" };
}
