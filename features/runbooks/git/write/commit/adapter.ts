import type { Repository } from "../../adapter";
import { type CommitRequest, cleanMessage, cleanSignature, portal } from "../../commit-request";
import { type GitObject, objectId } from "../../objects/adapter";
import { encodeFolders, type Folders, withFile } from "../../tree/tree";

/** A file of a commit that is to be made. */
export type NewFile = {
  /** From the top of the repository. */
  path: string;
  /** Null leaves it out. */
  content: string | Uint8Array | null;
  mode: string;
};

/** A commit that is not written yet. */
export type NewCommit = { id: string; folders: Folders; objects: GitObject[] };

/**
 * Makes a commit on top of another in which only these files differ, in memory: its cost is that of the folders on the
 * way to them, whatever else the repository holds.
 * @param folders at least these, as `parent` holds them
 * @throws `file_name_taken`; `repository_unavailable` when something on the way is no folder
 */
export function newCommit(
  repository: Repository,
  parent: { id: string | null; folders: Folders },
  files: NewFile[],
  { message, author, at }: Pick<CommitRequest, "message" | "author" | "at">,
): NewCommit {
  const objects: GitObject[] = [];
  let { folders } = parent;
  // What goes makes room first, for what comes in its place under another name.
  for (const { path, content, mode } of files.toSorted(
    (a, b) => Number(b.content === null) - Number(a.content === null),
  )) {
    if (content === null) folders = withFile(folders, path, null);
    else {
      const blob: GitObject = { type: "blob", bytes: Buffer.from(content) };
      objects.push(blob);
      folders = withFile(folders, path, { mode, id: objectId(repository, blob) });
    }
  }
  const { root, trees } = encodeFolders(folders, (bytes) => objectId(repository, { type: "tree", bytes }));
  const written = cleanSignature(author);
  const date = `${Math.floor(at.getTime() / 1_000)} +0000`;
  const commit: GitObject = {
    type: "commit",
    bytes: Buffer.from(
      [
        `tree ${root}`,
        ...(parent.id ? [`parent ${parent.id}`] : []),
        `author ${written.name} <${written.email}> ${date}`,
        `committer ${portal.name} <${portal.email}> ${date}`,
        "",
        `${cleanMessage(message)}\n`,
      ].join("\n"),
    ),
  };
  objects.push(...trees.map((bytes): GitObject => ({ type: "tree", bytes })), commit);
  return { id: objectId(repository, commit), folders, objects };
}
