import { isEditor } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { sha256 } from "../../content/adapter";
import { readBeside } from "../../files/adapter";
import type { FileChange } from "../../git/commit-request";
import { freeName, names, renamed } from "./file-name";

/**
 * A file of the actor's own drafts of a service, as the preview of one shows it.
 * @param parts `<service>/<name>`
 * @returns null for what is not theirs, or not there
 */
export async function ownDraftFile(ctx: Ctx, parts: string[]): Promise<{ type: string; bytes: Uint8Array } | null> {
  const [service = "", name = "", more] = parts;
  const { actor } = ctx;
  if (actor.kind !== "person" || actor.id === null || !isEditor(actor) || more !== undefined) return null;
  const row = await ctx.db.draftFile.findFirst({
    where: { personId: actor.id, name, path: { startsWith: `${service}/` } },
    orderBy: { addedAt: "desc" },
    select: { mediaType: true, content: true },
  });
  return row && { type: row.mediaType, bytes: row.content };
}

/**
 * What a publication takes along: the files of the person's draft that the text names. One whose name somebody else's file took
 * meanwhile gets another, and the text follows.
 */
export async function filesToPublish(
  tx: Tx,
  personId: string | null,
  { path, text }: { path: string; text: string },
): Promise<{ text: string; files: FileChange[] }> {
  if (personId === null) return { text, files: [] };
  const [service = ""] = path.split("/");
  const rows = await tx.draftFile.findMany({ where: { personId, path }, orderBy: { name: "asc" } });
  const taken = new Set(rows.map(({ name }) => name));
  const files: FileChange[] = [];
  let written = text;
  for (const { name, content, sha256: hash } of rows.filter((row) => names(text, row.name))) {
    let free = name;
    let there = await readBeside([service, free]);
    while (there && sha256(there) !== hash) {
      taken.add(free);
      free = freeName(name, taken);
      there = await readBeside([service, free]);
    }
    if (free !== name) written = renamed(written, name, free);
    if (!there) files.push({ file: `runbooks/${service}/${free}`, content, base: null, adopted: null });
  }
  return { text: written, files };
}
