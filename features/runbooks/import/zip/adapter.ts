import { inflateRawSync } from "node:zlib";
import { limits, type Refused, refusalWords, type SourceFile } from "../sources/source-file";
import { packedBytes, readDirectory, type ZipEntry, type ZipFault } from "./directory";
import { isTooMuch, placeOfEntry, refusalOfEntry } from "./entries";

const faults: Record<ZipFault, string> = {
  "no-archive": "it is not a zip archive",
  damaged: "its directory is damaged",
  "in-parts": "it is one part of several; join them first",
  "too-many-files": `more than ${limits.files} files`,
};

/**
 * The files of a zip archive. Nothing is unpacked before it is read, and never more than its directory says.
 * @throws an error in words for what is no archive, or too large when unpacked
 */
export function readZip(bytes: Buffer, label: string): { files: SourceFile[]; refused: Refused[] } {
  const files: SourceFile[] = [];
  const refused: Refused[] = [];
  const directory = readDirectory(bytes, limits.files);
  if ("fault" in directory) throw new Error(faults[directory.fault]);
  if (isTooMuch(directory.entries)) throw new Error(`more than ${limits.archive / 1e6} MB when unpacked`);
  for (const entry of directory.entries) {
    const place = placeOfEntry(entry);
    if (place.endsWith("/")) continue;
    const name = `${label}/${place}`.replace(/\p{Cc}/gu, "?");
    const reason = refusalOfEntry(entry);
    if (reason) refused.push({ name, reason: refusalWords[reason] });
    else files.push({ name, path: place, size: entry.size, read: () => unpack(bytes, entry) });
  }
  return { files, refused };
}

function unpack(bytes: Buffer, entry: ZipEntry): Uint8Array {
  const data = packedBytes(bytes, entry);
  if (!data) throw new Error("its entry is damaged");
  if (entry.method === 0 && entry.packed === entry.size) return data;
  try {
    const unpacked = entry.method === 8 ? inflateRawSync(data, { maxOutputLength: entry.size + 1 }) : data;
    if (unpacked.length === entry.size) return unpacked;
  } catch {
    // Damaged, or larger than its directory says: the same answer.
  }
  throw new Error("what is packed is not what its directory says");
}
