import type { Repository } from "../adapter";
import { readObjects } from "../objects/adapter";
import { type Folders, foldersOn, parseTree } from "./tree";

/**
 * The folders on the way to some files, as a commit holds them: what a change of those files changes, and no more.
 * @param at a commit or HEAD; null before the first one
 * @param paths from the top of the repository
 */
export async function readFolders(repository: Repository, at: string | null, paths: string[]): Promise<Folders> {
  const folders = [...new Set(["", ...paths.flatMap(foldersOn)])];
  if (at === null) return new Map(folders.map((folder) => [folder, []]));
  const trees = await readObjects(
    repository,
    folders.map((folder) => `${at}:${folder}`),
  );
  const idBytes = repository.objectFormat === "sha256" ? 32 : 20;
  return new Map(
    folders.map((folder, n) => {
      const tree = trees[n];
      return [folder, tree?.type === "tree" ? parseTree(tree.bytes, idBytes) : []];
    }),
  );
}
