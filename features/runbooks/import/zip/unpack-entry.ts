import { packedBytes, type ZipEntry } from "./directory";

/**
 * Unpacks one file of an archive in a browser, never more than its directory says.
 * @returns null for what is damaged, or holds something else than the directory says
 */
export async function unpackEntry(bytes: Uint8Array, entry: ZipEntry): Promise<Uint8Array | null> {
  const data = packedBytes(bytes, entry);
  if (!data) return null;
  if (entry.method === 0) return data.length === entry.size ? data.slice() : null;
  const result = new Uint8Array(entry.size);
  let at = 0;
  const reader = new Blob([data.slice()]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      if (at + read.value.length > entry.size) return null;
      result.set(read.value, at);
      at += read.value.length;
    }
    return at === entry.size ? result : null;
  } catch {
    return null;
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}
