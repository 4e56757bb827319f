import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { attachmentView } from "./attachment-view";
import type { AttachmentView } from "./schema";
import { type KeptFile, keepFile, sweepUnfinished } from "./store/adapter";

/** Where an attachment belongs. */
export type Place = { incidentId: string | null; runId?: string; stepId?: string; entryId?: string };

/** An upload takes minutes at most; what is older than this was left by a crash, ms. */
const unfinishedMs = 24 * 3_600_000;

/**
 * Keeps the bytes that somebody sends, before anything names them: a crash in between leaves bytes without a name, which is
 * harmless, and never a name without bytes. The caller has authorized the actor.
 * @throws `file_empty`; what the stream throws, such as `file_too_large`
 */
export async function keepUpload(ctx: Ctx, body: AsyncIterable<Uint8Array>): Promise<KeptFile> {
  const kept = await keepFile(body);
  if (kept.size === 0) throw new AppError("file_empty");
  await sweepUnfinished(new Date(ctx.now().getTime() - unfinishedMs));
  return kept;
}

/** Names kept bytes in the caller's transaction. */
export async function nameUpload(
  tx: Tx,
  ctx: Ctx,
  file: KeptFile,
  { id, name, place }: { id: string; name: string; place: Place },
): Promise<AttachmentView> {
  await tx.storedFile.createMany({ data: [{ ...file, storedAt: ctx.now() }], skipDuplicates: true });
  const row = await tx.attachment.create({
    data: {
      id,
      sha256: file.sha256,
      name,
      ...place,
      attachedAt: ctx.now(),
      attachedById: ctx.actor.id,
      attachedBy: ctx.actor.name,
    },
    include: { file: true },
  });
  return attachmentView(row);
}
