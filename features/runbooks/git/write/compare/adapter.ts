import { AppError } from "@/lib/errors/app-error";
import type { Repository } from "../../adapter";
import type { CommitResult, FileChange } from "../../commit-request";
import { isContentPath, isPortablePath } from "../../content-file";
import { blobFor } from "../../objects/adapter";
import { type Folders, fileAt, type TreeFile } from "../../tree/tree";
import { type OnDisk, readWorktree } from "../../worktree/adapter";

/** A file that is to be changed, as HEAD and the disk have it now. */
export type Compared = FileChange & {
  /** From the top of the repository. */
  path: string;
  stored: TreeFile | null;
  disk: OnDisk | null;
  /** Blob that it is to become; null for none. */
  wanted: string | null;
};

/** @throws `file_name_refused` for a path that nothing of ours may touch, or that is there twice */
export function refusePaths(changes: FileChange[]): void {
  const seen = new Set<string>();
  for (const { file } of changes) {
    if (!isContentPath(file) || seen.has(file)) throw new AppError("file_name_refused", { file });
    seen.add(file);
  }
}

/**
 * @param folders those on the way, as HEAD has them
 * @throws `file_name_refused` for a new file whose name some file systems cannot keep
 */
export async function compare(repository: Repository, folders: Folders, change: FileChange): Promise<Compared> {
  const { file, content } = change;
  const path = repository.prefix + file;
  const stored = fileAt(folders, path);
  if (!stored && content !== null && !isPortablePath(file)) throw new AppError("file_name_refused", { file });
  const disk = await readWorktree(repository, file);
  return { ...change, path, stored, disk, wanted: content === null ? null : blobFor(repository, content) };
}

/** Whether HEAD holds what is wanted, and nobody changed it by hand. */
export const isThere = ({ stored, disk, wanted }: Compared): boolean =>
  (stored?.id ?? null) === wanted && (!disk || disk.blob === wanted);

/** Whether the disk holds somebody's work that neither HEAD nor the change has. */
export const isByHand = ({ stored, disk, wanted }: Compared): boolean =>
  disk !== null && disk.blob !== stored?.id && disk.blob !== wanted;

type Refusal = Extract<CommitResult, { outcome: "stale" | "by-hand" }>;

/** Why a change may not be made; null when it may. */
export function refusalOf(compared: Compared): Refusal | null {
  const { file, base, adopted, stored, disk } = compared;
  const head = stored?.id ?? null;
  if (isThere(compared)) return null;
  if (head !== base) return { outcome: "stale", file, head };
  if (isByHand(compared) && disk?.blob !== adopted) return { outcome: "by-hand", file, head, disk: disk?.blob ?? null };
  return null;
}
