import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { lstat, mkdir, open, readFile, rename, rm, rmdir, stat } from "node:fs/promises";
import path from "node:path";
import { contentPath } from "@/lib/env";
import { AppError } from "@/lib/errors/app-error";
import { diskFull, type Repository } from "../adapter";
import { blobFor } from "../objects/adapter";

/** A content file as it lies in the working tree. */
export type OnDisk = { bytes: Buffer; blob: string };

/**
 * Reads a content file from the working tree, never through a symbolic link.
 * @returns null when there is none
 * @throws `repository_unavailable` when it or a folder above it is a link or anything else than a regular file
 */
export async function readWorktree(repository: Repository | null, file: string): Promise<OnDisk | null> {
  const full = await safePath(file);
  const info = await lstat(full).catch(absent);
  if (!info) return null;
  if (!info.isFile()) throw new AppError("repository_unavailable", { why: `${file} is not a regular file` });
  const bytes = await readFile(full, { flag: constants.O_RDONLY | constants.O_NOFOLLOW });
  return { bytes, blob: blobFor(repository, bytes) };
}

/** @see readWorktree; for files that are texts */
export async function readWorktreeText(
  repository: Repository | null,
  file: string,
): Promise<{ text: string; blob: string } | null> {
  const disk = await readWorktree(repository, file);
  return disk && { text: disk.bytes.toString("utf8"), blob: disk.blob };
}

/**
 * Puts `content` in the place of a content file in one rename, so that a reader sees the old file or the new one.
 * Bytes reach the disk before the name does.
 * @param content null takes the file away, and the folders that are empty then
 * @param before the blob that has to lie there at that moment (null: nothing)
 * @throws `worktree_changed` when something else lies there; `repository_unavailable` when the disk refuses
 */
export async function replaceInWorktree(
  repository: Repository | null,
  file: string,
  content: string | Uint8Array | null,
  before: string | null,
): Promise<void> {
  const full = await safePath(file);
  const temporary = path.join(path.dirname(full), `.bitacora-${randomBytes(6).toString("hex")}.tmp`);
  try {
    if (content === null) await remove(repository, { file, full, temporary, before });
    else await replace(repository, { file, full, temporary, before }, content);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError("repository_unavailable", { why: diskError(error) }, { cause: error });
  }
}

type Place = { file: string; full: string; temporary: string; before: string | null };

async function replace(repository: Repository | null, place: Place, content: string | Uint8Array): Promise<void> {
  const { file, full, temporary, before } = place;
  try {
    await mkdir(path.dirname(full), { recursive: true });
    const mode = (await stat(full).catch(absent))?.mode;
    const handle = await open(temporary, "wx", mode === undefined ? 0o644 : mode & 0o777);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    const there = await readWorktree(repository, file);
    if ((there?.blob ?? null) !== before) throw new AppError("worktree_changed", { file });
    await rename(temporary, full);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function remove(repository: Repository | null, { file, full, before }: Place): Promise<void> {
  const there = await readWorktree(repository, file);
  if ((there?.blob ?? null) !== before) throw new AppError("worktree_changed", { file });
  await rm(full, { force: true });
  // The topmost folder of the content stays, and whatever holds something.
  for (let folder = path.dirname(file); folder.includes("/"); folder = path.dirname(folder)) {
    const removed = await rmdir(contentPath(folder)).then(
      () => true,
      () => false,
    );
    if (!removed) break;
  }
}

/** Whether a name is one that a write of ours gives to a file until it is complete. */
export const isTemporaryName = (name: string): boolean => /^\.bitacora-[0-9a-f]{12}\.tmp$/.test(name);

/** Absolute path of a content file, after a look at every folder on the way: a link could lead anywhere. */
async function safePath(file: string): Promise<string> {
  const parts = file.split("/");
  for (let depth = 1; depth < parts.length; depth += 1) {
    const folder = parts.slice(0, depth).join("/");
    const info = await lstat(contentPath(folder)).catch(absent);
    if (info && !info.isDirectory()) {
      throw new AppError("repository_unavailable", { why: `${folder} is not a plain folder` });
    }
  }
  return contentPath(file);
}

function absent(error: unknown): null {
  if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR")) return null;
  throw error;
}

function diskError(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG") return diskFull;
  if (code === "EROFS" || code === "EACCES" || code === "EPERM") return "the content folder cannot be written";
  return code || "the file cannot be written";
}
