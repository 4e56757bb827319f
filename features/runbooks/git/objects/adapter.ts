import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { deflate } from "node:zlib";
import { AppError } from "@/lib/errors/app-error";
import { git, type Repository, reasonOf, runBytes } from "../adapter";

export type GitObject = { type: "commit" | "tree" | "blob"; bytes: Buffer };

const deflated = promisify(deflate) as (bytes: Buffer) => Promise<Buffer>;

/** Numbers of the types in a pack (gitformat-pack, "Object types"). */
const typeInPack = { commit: 1, tree: 2, blob: 3 } as const;

/** git's own name for an object; SHA-1 for a folder that is no repository yet. */
export const objectId = (repository: Repository | null, { type, bytes }: GitObject): string =>
  createHash(repository?.objectFormat ?? "sha1")
    .update(`${type} ${bytes.length}\0`)
    .update(bytes)
    .digest("hex");

/** git's name for a file of these bytes. */
export const blobFor = (repository: Repository | null, content: string | Uint8Array): string =>
  objectId(repository, { type: "blob", bytes: Buffer.from(content) });

/**
 * Reads objects with one git process, however many they are.
 * @param names object names or expressions such as `<commit>:runbooks/api`, none with a line feed
 * @returns in the order of the names; null for what the repository does not have
 */
export async function readObjects(repository: Repository, names: string[]): Promise<(GitObject | null)[]> {
  if (names.length === 0) return [];
  const { code, stdout, stderr } = await runBytes(["cat-file", "--batch"], {
    cwd: repository.root,
    input: names.map((name) => `${name}\n`).join(""),
  });
  if (code !== 0) throw new AppError("repository_unavailable", { why: reasonOf(stderr) });
  let at = 0;
  return names.map(() => {
    const end = stdout.indexOf(0x0a, at);
    const header = /^[0-9a-f]+ (commit|tree|blob) (\d+)$/.exec(stdout.toString("latin1", at, end));
    at = end + 1;
    if (!header) return null; // "<name> missing"
    const size = Number(header[2]);
    const bytes = stdout.subarray(at, at + size);
    at += size + 1;
    return { type: header[1] as GitObject["type"], bytes };
  });
}

/** Writes objects with one git process, however many they are and however large the repository is. */
export async function writeObjects(repository: Repository, objects: GitObject[]): Promise<void> {
  await git(["unpack-objects", "-q"], { cwd: repository.root, input: await packOf(repository, objects) });
}

/** A pack without deltas: header, each object deflated, and a checksum over all of it (gitformat-pack). */
async function packOf(repository: Repository, objects: GitObject[]): Promise<Buffer> {
  const header = Buffer.from("PACK\0\0\0\x02\0\0\0\0", "latin1");
  header.writeUInt32BE(objects.length, 8);
  const body = await Promise.all(
    objects.map(async ({ type, bytes }) => [packedSize(typeInPack[type], bytes.length), await deflated(bytes)]),
  );
  const pack = Buffer.concat([header, ...body.flat()]);
  return Buffer.concat([pack, createHash(repository.objectFormat).update(pack).digest()]);
}

/** Type and size: four bits of the size in the first byte, seven in each further one, a set top bit says "more". */
function packedSize(type: number, size: number): Buffer {
  const bytes = [(type << 4) | (size & 0x0f)];
  for (let left = Math.floor(size / 16); left > 0; left = Math.floor(left / 128)) {
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) | 0x80;
    bytes.push(left & 0x7f);
  }
  return Buffer.from(bytes);
}
