import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors/app-error";
import type { RunbookPath } from "../artifact";
import { headOf, locate, type Repository } from "../git/adapter";
import { type ContentFile, contentFiles, isRunbookPath } from "../git/content-file";
import type { Version } from "../git/history";
import { readBlob, storedRunbook } from "../git/history/adapter";
import { readWorktreeText } from "../git/worktree/adapter";
import { versionIn, versionsOf } from "../history/log/adapter";
import { getRunbook } from "../library/queries";
import { publishingPolicy } from "./policy";
import type { EditableSource } from "./schema";

/**
 * The text to edit: what HEAD holds, never a half-written working tree; outside a repository what lies on the disk.
 * @throws `not_found` when there is no such runbook
 */
export async function editableSource(ctx: Ctx, path: string): Promise<EditableSource> {
  authorize(publishingPolicy, "edit", ctx.actor, null);
  const source = isRunbookPath(path) && (await readSource(path));
  if (!source) throw new AppError("not_found");
  return source;
}

/** A runbook's text as git holds it; at an old path the one that it leads to, which says its own. @throws `not_found` */
export async function runbookSource(ctx: Ctx, path: string): Promise<EditableSource> {
  authorize(publishingPolicy, "readSource", ctx.actor, null);
  const source = isRunbookPath(path) && ((await readSource(path)) ?? (await readMoved(path)));
  if (!source) throw new AppError("not_found");
  return source;
}

async function readMoved(path: RunbookPath): Promise<EditableSource | null> {
  const found = await getRunbook(path);
  return found.kind === "moved" && isRunbookPath(found.to) ? readSource(found.to) : null;
}

async function readSource(path: RunbookPath): Promise<EditableSource | null> {
  const repository = await locate();
  const [commit, file] = await Promise.all([
    repository && headOf(repository).then((head) => head.commit),
    fileOf(repository, path),
  ]);
  const stored = repository && commit ? await storedRunbook(repository, path) : null;
  const disk = await readWorktreeText(repository, file);
  if (repository && stored) {
    const text = await readBlob(repository, stored.blob);
    const byHand = disk && disk.blob !== stored.blob ? { path, ...disk } : null;
    return { path, file, text, blob: stored.blob, commit, byHand };
  }
  if (!disk) return null;
  // git has never seen it: outside a repository the first publish commits it as found; inside one it has to be adopted.
  return repository
    ? { path, file, text: disk.text, blob: null, commit, byHand: { path, ...disk } }
    : { path, file, text: disk.text, blob: disk.blob, commit: null, byHand: null };
}

/** Where a runbook lies or would lie: as HEAD has it, else as the disk has it, else `.mdx`. */
export async function fileOf(repository: Repository | null, path: RunbookPath): Promise<ContentFile> {
  const stored = repository && (await storedRunbook(repository, path));
  if (stored) return stored.file;
  const [mdx, md] = contentFiles(path);
  return !(await readWorktreeText(repository, mdx)) && (await readWorktreeText(repository, md)) ? md : mdx;
}

/**
 * Commits of a runbook, newest first.
 * @param page `limit` of at most 100, after the first `skip`; `more` says whether there are others
 */
export async function history(
  ctx: Ctx,
  { path, limit = 50, skip = 0 }: { path: string; limit?: number; skip?: number },
): Promise<{ versions: Version[]; more: boolean }> {
  authorize(publishingPolicy, "readHistory", ctx.actor, null);
  if (!isRunbookPath(path)) throw new AppError("not_found");
  const repository = await locate();
  if (!repository) return { versions: [], more: false };
  const file = await fileOf(repository, path);
  const size = Math.min(limit, 100);
  const versions = await versionsOf(repository, file, { limit: size + 1, skip });
  return { versions: versions.slice(0, size), more: versions.length > size };
}

/**
 * One version of a runbook with its text and the text before it; null stands for "not there".
 * @param commit a commit id, or `latest`
 */
export async function version(
  ctx: Ctx,
  { path, commit }: { path: string; commit: string },
): Promise<{ version: Version; text: string | null; previous: string | null; current: string | null }> {
  authorize(publishingPolicy, "readHistory", ctx.actor, null);
  const repository = await locate();
  if (!isRunbookPath(path) || !repository) throw new AppError("not_found");
  const file = await fileOf(repository, path);
  const { found, before } = await versionIn(repository, file, commit);
  const textOf = async (blob: string | null | undefined) => (blob ? readBlob(repository, blob) : null);
  const [text, previous, current] = await Promise.all([
    textOf(found.blob),
    textOf(before?.blob),
    storedRunbook(repository, path).then((stored) => textOf(stored?.blob)),
  ]);
  return { version: found, text, previous, current };
}
