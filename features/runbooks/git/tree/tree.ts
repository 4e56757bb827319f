import { AppError } from "@/lib/errors/app-error";

/** One entry of a folder as git stores it (gitformat: "tree objects"). `name` holds its bytes, one per character. */
export type TreeEntry = { mode: string; name: string; id: string };

/** Some folders of a commit by their path, `""` the topmost. */
export type Folders = ReadonlyMap<string, readonly TreeEntry[]>;

/** What a commit holds at a path that is a file. */
export type TreeFile = { mode: string; id: string };

const folderMode = "40000";
const bytesOf = (name: string) => Buffer.from(name, "utf8").toString("latin1");
const nameIn = (entry: TreeEntry) => Buffer.from(entry.name, "latin1").toString("utf8");

/** @param idBytes length of an object's name: 20 for SHA-1, 32 for SHA-256 */
export function parseTree(bytes: Buffer, idBytes: number): TreeEntry[] {
  const entries: TreeEntry[] = [];
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(0x20, at);
    const zero = bytes.indexOf(0, space);
    entries.push({
      mode: bytes.toString("latin1", at, space),
      name: bytes.toString("latin1", space + 1, zero),
      id: bytes.toString("hex", zero + 1, zero + 1 + idBytes),
    });
    at = zero + 1 + idBytes;
  }
  return entries;
}

/** git sorts by bytes, a folder as if its name ended in a slash. */
export function encodeTree(entries: readonly TreeEntry[]): Buffer {
  const key = ({ name, mode }: TreeEntry) => (mode === folderMode ? `${name}/` : name);
  const sorted = entries.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
  return Buffer.concat(
    sorted.flatMap(({ mode, name, id }) => [Buffer.from(`${mode} ${name}\0`, "latin1"), Buffer.from(id, "hex")]),
  );
}

/** The folders on the way to a file, the topmost first: `""`, `runbooks`, `runbooks/api`. */
export const foldersOn = (path: string): string[] => {
  const parts = path.split("/").slice(0, -1);
  return ["", ...parts.map((_, at) => parts.slice(0, at + 1).join("/"))];
};

const split = (path: string): [folder: string, name: string] => {
  const at = path.lastIndexOf("/");
  return [path.slice(0, Math.max(at, 0)), path.slice(at + 1)];
};

/**
 * The regular file at a path; null for nothing.
 * @throws `repository_unavailable` for a link, a submodule or a folder in its place
 */
export function fileAt(folders: Folders, path: string): TreeFile | null {
  const [folder, name] = split(path);
  const entry = folders.get(folder)?.find((one) => one.name === bytesOf(name));
  if (entry && !/^100(644|755|664)$/.test(entry.mode)) {
    throw new AppError("repository_unavailable", { why: `${path} is not a regular file` });
  }
  return entry ? { mode: entry.mode, id: entry.id } : null;
}

/**
 * The folders with a file put in its place, or taken out.
 * @throws `file_name_taken` when another name differs from it in capitals or accents alone, `repository_unavailable`
 *   when something on the way is no folder
 */
export function withFile(folders: Folders, path: string, file: TreeFile | null): Folders {
  const [folder, name] = split(path);
  const changed = new Map(folders);
  const others = (folders.get(folder) ?? []).filter((entry) => entry.name !== bytesOf(name));
  if (file) refuseLookalike(others, name, path);
  changed.set(folder, file ? [...others, { ...file, name: bytesOf(name) }] : others);
  if (file) refuseOnTheWay(folders, folder);
  return changed;
}

function refuseOnTheWay(folders: Folders, folder: string): void {
  if (folder === "") return;
  const [above, name] = split(folder);
  const others = (folders.get(above) ?? []).filter((entry) => entry.name !== bytesOf(name));
  const entry = folders.get(above)?.find((one) => one.name === bytesOf(name));
  if (entry && entry.mode !== folderMode) {
    throw new AppError("repository_unavailable", { why: `${folder} is not a plain folder` });
  }
  if (!entry) refuseLookalike(others, name, folder);
  refuseOnTheWay(folders, above);
}

function refuseLookalike(others: readonly TreeEntry[], name: string, path: string): void {
  const like = (text: string) => text.normalize("NFC").toLowerCase();
  const taken = others.find((entry) => like(nameIn(entry)) === like(name));
  if (taken) throw new AppError("file_name_taken", { file: path, taken: nameIn(taken) });
}

/**
 * The tree objects of these folders, the deepest first, and the name of the topmost. An empty folder is left out.
 * @param idOf git's name for the bytes of a tree
 */
export function encodeFolders(folders: Folders, idOf: (tree: Buffer) => string): { root: string; trees: Buffer[] } {
  const depth = (path: string) => (path === "" ? 0 : path.split("/").length);
  const left = new Map(folders);
  const trees: Buffer[] = [];
  let root = "";
  for (const path of [...folders.keys()].toSorted((a, b) => depth(b) - depth(a))) {
    const entries = left.get(path) ?? [];
    const tree = encodeTree(entries);
    const id = idOf(tree);
    if (path === "") root = id;
    else {
      const [above, name] = split(path);
      const others = (left.get(above) ?? []).filter((entry) => entry.name !== bytesOf(name));
      left.set(above, entries.length > 0 ? [...others, { mode: folderMode, name: bytesOf(name), id }] : others);
    }
    if (path === "" || entries.length > 0) trees.push(tree);
  }
  return { root, trees };
}
