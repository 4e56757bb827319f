import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { fileTypeFromBuffer } from "file-type";
import { dataPath } from "@/lib/env";
import { plainType } from "../media-type";

/** A file whose bytes are on the disk. */
export type KeptFile = { sha256: string; size: number; mediaType: string };

/** Bytes from which the type is told; `file-type` needs no more. */
const headBytes = 4_100;
const folder = () => dataPath("attachments");

/** `DATA_DIR/attachments/ab/cdef…`, by the SHA-256 in hex. */
const placeOf = (sha256: string) => path.join(folder(), sha256.slice(0, 2), sha256.slice(2));

/**
 * Keeps bytes under their SHA-256. They are written beside, synced and renamed, so whatever stands in its place is whole; a row
 * that names it is written after. Bytes that are there already are not written twice.
 * @throws what `chunks` throws, with nothing left behind
 */
export async function keepFile(chunks: AsyncIterable<Uint8Array>): Promise<KeptFile> {
  const incoming = path.join(folder(), "incoming");
  await mkdir(incoming, { recursive: true });
  const temporary = path.join(incoming, randomUUID());
  try {
    const kept = await writeDown(temporary, chunks);
    const place = placeOf(kept.sha256);
    await mkdir(path.dirname(place), { recursive: true });
    await rename(temporary, place);
    await syncFolder(path.dirname(place));
    return kept;
  } finally {
    await rm(temporary, { force: true });
  }
}

async function writeDown(to: string, chunks: AsyncIterable<Uint8Array>): Promise<KeptFile> {
  const hash = createHash("sha256");
  const head: Uint8Array[] = [];
  let size = 0;
  const file = await open(to, "wx", 0o600);
  try {
    for await (const chunk of chunks) {
      if (size < headBytes) head.push(chunk.subarray(0, headBytes - size));
      size += chunk.byteLength;
      hash.update(chunk);
      await writeAll(file, chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest("hex"), size, mediaType: await typeOf(Buffer.concat(head)) };
}

async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let at = 0; at < chunk.byteLength; ) at += (await file.write(chunk, at)).bytesWritten;
}

/** What the bytes are. A name or a header could say anything. */
async function typeOf(head: Uint8Array): Promise<string> {
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  return found?.mime ?? plainType(head);
}

/** A rename is on the disk once its folder is (fsync(2)). */
async function syncFolder(at: string): Promise<void> {
  const handle = await open(at, "r");
  try {
    await handle.sync();
  } catch (error) {
    // Some systems cannot sync a folder; the rename is safe there or not to be helped.
    if (!["EPERM", "EINVAL", "EISDIR"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  } finally {
    await handle.close();
  }
}

/** The bytes of a kept file; null when they are not there: a backup without the folder was restored. */
export async function readKept(sha256: string): Promise<{ stream: Readable; size: number } | null> {
  const place = placeOf(sha256);
  const found = await stat(place).catch(() => null);
  return found?.isFile() ? { stream: createReadStream(place), size: found.size } : null;
}

/**
 * Removes what uploads left unfinished before `until`, e.g. by a crash.
 * @returns how many
 */
export async function sweepUnfinished(until: Date): Promise<number> {
  const incoming = path.join(folder(), "incoming");
  let removed = 0;
  for (const name of await readdir(incoming).catch(() => [])) {
    const file = path.join(incoming, name);
    const found = await stat(file).catch(() => null);
    if (!found || found.mtime >= until) continue;
    await rm(file, { force: true });
    removed += 1;
  }
  return removed;
}
