import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { crc32 } from "node:zlib";

/** Bytes whose checksum is taken in one go, so that requests come in between. */
const sliceBytes = 8 << 20;
const checksumBytes = 4;
const draftEnding = ".draft";

/** What a file holds; `damaged` when its bytes are not those that were written. */
export type IndexFile = { kind: "none" } | { kind: "damaged" } | { kind: "whole"; bytes: Uint8Array };

/**
 * Writes slices beside the file and renames, so that no reader ever meets half a file; the checksum at its end (CRC-32 of
 * IEEE 802.3) tells one that a crash of the machine left. Between two slices requests are served.
 * @returns bytes written
 */
export async function writeIndexFile(file: string, slices: Iterable<Uint8Array>): Promise<number> {
  await mkdir(path.dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}${draftEnding}`;
  const handle = await open(draft, "w");
  let checksum = 0;
  let bytes = checksumBytes;
  try {
    for (const slice of slices) {
      checksum = crc32(slice, checksum);
      bytes += slice.byteLength;
      await handle.appendFile(slice);
      await nextTurn();
    }
    const end = new DataView(new ArrayBuffer(checksumBytes));
    end.setUint32(0, checksum);
    await handle.appendFile(new Uint8Array(end.buffer));
    await handle.close();
    await rename(draft, file);
    return bytes;
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(draft, { force: true });
    throw error;
  }
}

/** Reads what `writeIndexFile` wrote, aligned for buffers of numbers, into memory that threads can share. */
export async function readIndexFile(file: string): Promise<IndexFile> {
  const handle = await open(file, "r").catch(() => null);
  if (!handle) return { kind: "none" };
  try {
    const { size } = await handle.stat();
    const whole = new Uint8Array(new SharedArrayBuffer(size));
    for (let at = 0; at < size; ) {
      const { bytesRead } = await handle.read(whole, at, size - at, at);
      if (bytesRead === 0) return { kind: "damaged" };
      at += bytesRead;
    }
    if (size <= checksumBytes) return { kind: "damaged" };
    const bytes = whole.subarray(0, size - checksumBytes);
    const expected = new DataView(whole.buffer, size - checksumBytes).getUint32(0);
    return (await checksumOf(bytes)) === expected ? { kind: "whole", bytes } : { kind: "damaged" };
  } finally {
    await handle.close();
  }
}

async function checksumOf(bytes: Uint8Array): Promise<number> {
  let checksum = 0;
  for (let at = 0; at < bytes.byteLength; at += sliceBytes) {
    checksum = crc32(bytes.subarray(at, at + sliceBytes), checksum);
    await nextTurn();
  }
  return checksum;
}

/** Removes what processes left that ended while they wrote. */
export async function removeDrafts(file: string): Promise<void> {
  const folder = path.dirname(file);
  for (const name of await readdir(folder).catch(() => [])) {
    if (name.startsWith(path.basename(file)) && name.endsWith(draftEnding))
      await rm(path.join(folder, name), { force: true });
  }
}
