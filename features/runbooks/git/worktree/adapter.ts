import { createHash, randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { lstat, mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { contentPath } from "@/lib/env";
import { AppError } from "@/lib/errors/app-error";
import type { Repository } from "../adapter";
import type { ContentFile } from "../content-file";

/** A content file as it lies in the working tree. */
export type OnDisk = { text: string; blob: string };

/** git's own name for these bytes (gitformat-pack, "blob"); SHA-1 for a folder that is no repository yet. */
export const blobFor = (repository: Repository | null, content: string | Buffer): string =>
  createHash(repository?.objectFormat ?? "sha1")
    .update(`blob ${Buffer.byteLength(content)}\0`)
    .update(content)
    .digest("hex");

/**
 * Reads a content file from the working tree, never through a symbolic link.
 * @returns null when there is none
 * @throws `repository_unavailable` when it or a folder above it is a link or anything else than a regular file
 */
export async function readWorktree(repository: Repository | null, file: ContentFile): Promise<OnDisk | null> {
  const full = await safePath(file);
  const info = await lstat(full).catch(absent);
  if (!info) return null;
  if (!info.isFile()) throw new AppError("repository_unavailable", { why: `${file} is not a regular file` });
  const bytes = await readFile(full, { flag: constants.O_RDONLY | constants.O_NOFOLLOW });
  return { text: bytes.toString("utf8"), blob: blobFor(repository, bytes) };
}

/**
 * Puts `text` in the place of a content file in one rename, so that a reader sees the old text or the new one.
 * Bytes reach the disk before the name does.
 * @param before the blob that has to lie there at that moment (null: nothing)
 * @throws `worktree_changed` when something else lies there; `repository_unavailable` when the disk refuses
 */
export async function replaceInWorktree(
  repository: Repository | null,
  file: ContentFile,
  text: string,
  before: string | null,
): Promise<void> {
  const full = await safePath(file);
  const folder = path.dirname(full);
  const temporary = path.join(folder, `.${path.basename(full)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    await mkdir(folder, { recursive: true });
    const mode = (await stat(full).catch(absent))?.mode;
    const handle = await open(temporary, "wx", mode === undefined ? 0o644 : mode & 0o777);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    const there = await readWorktree(repository, file);
    if ((there?.blob ?? null) !== before) throw new AppError("worktree_changed", { file });
    await rename(temporary, full);
  } catch (error) {
    await rm(temporary, { force: true });
    if (error instanceof AppError) throw error;
    throw new AppError("repository_unavailable", { why: diskError(error) }, { cause: error });
  }
}

/** Absolute path of a content file, after a look at every folder on the way: a link could lead anywhere. */
async function safePath(file: ContentFile): Promise<string> {
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
  if (code === "ENOSPC") return "the disk is full";
  if (code === "EROFS" || code === "EACCES" || code === "EPERM") return "the content folder cannot be written";
  return code || "the file cannot be written";
}
