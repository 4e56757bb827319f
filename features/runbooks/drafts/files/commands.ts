import { fileTypeFromBuffer } from "file-type";
import { v7 as uuidv7 } from "uuid";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { isUniqueViolation, transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { sha256 } from "../../content/adapter";
import { readBeside } from "../../files/adapter";
import { isRunbookPath } from "../../git/content-file";
import { draftPolicy } from "../../publishing/policy";
import { besideName, endingOf, endings, freeName, textEndings } from "./file-name";
import { type AddDraftFile, type DraftFileView, maxDraftFiles } from "./schema";

/**
 * Puts a file into the actor's draft of a runbook, under a name that nothing beside it has. The same bytes twice are one file.
 * @throws `file_empty`; `unsupported_media_type` for what is not served beside runbooks; `too_large` with `limit` files
 */
export async function addDraftFile(
  ctx: Ctx,
  { service, file, name }: AddDraftFile,
  body: AsyncIterable<Uint8Array>,
): Promise<DraftFileView> {
  authorize(draftPolicy, "keep", ctx.actor, null);
  const path = `${service}/${file}`;
  if (!isRunbookPath(path)) throw new AppError("not_found");
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  const content = Buffer.concat(chunks);
  if (content.length === 0) throw new AppError("file_empty");
  const { mediaType, ending } = await typeOf(content, name);
  const wanted = besideName(name, ending);
  const made = { path, mediaType, content, wanted };
  return named(ctx, made).catch((error: unknown) => {
    // Another window put a file of this name in at the same moment: it has it now, so this one gets the next.
    if (isUniqueViolation(error)) return named(ctx, made);
    throw error;
  });
}

type Made = { path: string; mediaType: string; content: Buffer; wanted: string };

function named(ctx: Ctx, { path, mediaType, content, wanted }: Made): Promise<DraftFileView> {
  const personId = ctx.actor.id ?? "";
  const [service = ""] = path.split("/");
  const hash = sha256(content);
  const viewOf = (name: string, repeated: boolean): DraftFileView => ({
    name,
    mediaType,
    size: content.length,
    url: `/runbook-files/${service}/${name}`,
    repeated,
  });
  return transaction(ctx.db, async (tx) => {
    const own = await tx.draftFile.findMany({ where: { personId, path }, select: { name: true, sha256: true } });
    const same = own.find((row) => row.sha256 === hash);
    if (same) return viewOf(same.name, true);
    if (own.length >= maxDraftFiles) throw new AppError("too_large", { limit: maxDraftFiles });
    const taken = new Set(own.map((row) => row.name));
    let name = freeName(wanted, taken);
    for (let there = await readBeside([service, name]); there; there = await readBeside([service, name])) {
      if (sha256(there) === hash) return viewOf(name, true);
      taken.add(name);
      name = freeName(wanted, taken);
    }
    const bytes = { sha256: hash, size: content.length, mediaType, content: new Uint8Array(content) };
    await tx.draftFile.create({ data: { id: uuidv7(), personId, path, name, ...bytes, addedAt: ctx.now() } });
    return viewOf(name, false);
  });
}

/** What the bytes are; a name decides only between kinds of plain text. */
async function typeOf(content: Buffer, name: string): Promise<{ mediaType: string; ending: string }> {
  const found = await fileTypeFromBuffer(content).catch(() => undefined);
  const ending = found && endings[found.mime];
  if (found && ending) return { mediaType: found.mime, ending };
  const said = endingOf(name);
  const text = textEndings[said];
  if (!found && text && isText(content)) return { mediaType: text, ending: said };
  throw new AppError("unsupported_media_type", { name });
}

function isText(content: Buffer): boolean {
  try {
    return !/[^\P{Cc}\t\n\r]/u.test(new TextDecoder("utf-8", { fatal: true }).decode(content));
  } catch {
    return false;
  }
}
