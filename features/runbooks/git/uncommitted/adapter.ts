import { git, headOf, type Repository } from "../adapter";
import { isContentPath } from "../content-file";
import { readFolders } from "../tree/adapter";
import { fileAt } from "../tree/tree";
import { readWorktree } from "../worktree/adapter";

/** A file that holds in the working tree something else than at HEAD, whatever is staged. */
export type Uncommitted = {
  /** Below the content folder. */
  file: string;
  /** Blob at HEAD; null for a new file. */
  head: string | null;
  /** Blob on the disk; null for one that was taken away. */
  disk: string | null;
};

/** Files of the content that somebody changed, made or took away by hand, in the order of their names. Reads the whole working tree. */
export async function uncommitted(repository: Repository): Promise<Uncommitted[]> {
  const { root: cwd, prefix } = repository;
  const folders = ["runbooks", "postmortems"].map((folder) => prefix + folder);
  const options = ["--porcelain=v1", "-z", "--no-renames", "--untracked-files=all", "--ignore-submodules"];
  const listed = await git(["status", ...options, "--", ...folders], { cwd });
  const files = listed
    .split("\0")
    .map((line) => line.slice(3 + prefix.length))
    .filter(isContentPath);
  const { commit } = await headOf(repository);
  const stored = await readFolders(
    repository,
    commit,
    files.map((file) => prefix + file),
  );
  const found: Uncommitted[] = [];
  for (const file of new Set(files)) {
    try {
      const head = fileAt(stored, prefix + file)?.id ?? null;
      const disk = (await readWorktree(repository, file))?.blob ?? null;
      if (head !== disk) found.push({ file, head, disk });
    } catch {
      // A link or a folder in the place of a file: nothing that could be published.
    }
  }
  return found.toSorted((a, b) => (a.file < b.file ? -1 : 1));
}
