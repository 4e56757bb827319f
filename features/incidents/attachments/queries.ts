import type { Readable } from "node:stream";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { incidentPolicy } from "../policy";
import { attachmentView } from "./attachment-view";
import { disposition } from "./media-type";
import type { AttachmentRef, AttachmentView } from "./schema";
import { readKept } from "./store/adapter";

/** A file to send, with the headers that keep a browser from running anything in it. */
export type ServedFile = { stream: Readable; headers: Record<string, string>; etag: string };

/**
 * A file as it was sent. Whoever may read incidents and runs may read what is attached to them.
 * @throws `not_found`, also when the bytes are missing on the disk
 */
export async function getAttachment(ctx: Ctx, { attachmentId, download }: AttachmentRef): Promise<ServedFile> {
  authorize(incidentPolicy, "read", ctx.actor, undefined);
  const row = await ctx.db.attachment.findUnique({ where: { id: attachmentId }, include: { file: true } });
  const kept = row && (await readKept(row.sha256));
  if (!row || !kept) throw new AppError("not_found", { attachmentId });
  const { mediaType } = row.file;
  const etag = `"${row.sha256}"`;
  const headers = {
    "content-type": mediaType,
    "content-length": String(kept.size),
    "content-disposition": disposition(mediaType, row.name, download === "1"),
    "content-security-policy": "sandbox; default-src 'none'",
    "x-content-type-options": "nosniff",
    // The bytes of an id never change; who may see them does, so every use is asked for and answered with 304.
    "cache-control": "private, no-cache, no-transform",
    etag,
  };
  return { stream: kept.stream, headers, etag };
}

/**
 * The attachment that an id already names, for an upload that arrives twice; null when the id is free.
 * @throws `id_reused` when it names a file elsewhere
 */
export async function findAttachment(tx: Tx, id: string, at: { runId: string | null }): Promise<AttachmentView | null> {
  const row = await tx.attachment.findUnique({ where: { id }, include: { file: true } });
  if (row && row.runId !== at.runId) throw new AppError("id_reused", { id });
  return row && attachmentView(row);
}
