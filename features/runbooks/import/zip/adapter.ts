import { inflateRawSync } from "node:zlib";
import { limits, type Refused, refusalOfPath, type SourceFile } from "../sources/source-file";

type Entry = {
  name: string;
  method: number;
  packed: number;
  size: number;
  offset: number;
  isLink: boolean;
  encrypted: boolean;
};

/**
 * The files of a zip archive (APPNOTE.TXT of PKWARE, without ZIP64, encryption and spanning). Nothing is unpacked before
 * it is read, and never more than its directory says.
 * @throws an error in words for what is no archive, or too large when unpacked
 */
export function readZip(bytes: Buffer, label: string): { files: SourceFile[]; refused: Refused[] } {
  const files: SourceFile[] = [];
  const refused: Refused[] = [];
  let total = 0;
  for (const entry of entriesOf(bytes)) {
    if (entry.name.endsWith("/")) continue;
    const name = `${label}/${entry.name}`.replace(/\p{Cc}/gu, "?");
    const reason = entry.isLink
      ? "it is a symbolic link"
      : entry.encrypted
        ? "it is encrypted"
        : refusalOfPath(entry.name);
    total += entry.size;
    if (total > limits.archive) throw new Error(`more than ${limits.archive / 1e6} MB when unpacked`);
    if (reason) refused.push({ name, reason });
    else files.push({ name, path: entry.name, size: entry.size, read: () => unpack(bytes, entry) });
  }
  return { files, refused };
}

function entriesOf(bytes: Buffer): Entry[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + 22 > bytes.length) throw new Error("it is not a zip archive");
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (at === 0xffffffff || count === 0xffff) throw new Error("archives in the ZIP64 format are not read");
  if (count > limits.files) throw new Error(`more than ${limits.files} files`);
  const entries: Entry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw new Error("its directory is damaged");
    const nameLength = bytes.readUInt16LE(at + 28);
    const flags = bytes.readUInt16LE(at + 8);
    const raw = bytes.subarray(at + 46, at + 46 + nameLength);
    entries.push({
      // Bit 11: the name is UTF-8. Older archives have a code page of which only ASCII is certain.
      name: new TextDecoder(flags & 0x800 ? "utf-8" : "windows-1252").decode(raw),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
      isLink: ((bytes.readUInt32LE(at + 38) >>> 16) & 0o170000) === 0o120000,
      encrypted: (flags & 1) === 1,
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function unpack(bytes: Buffer, { offset, packed, size, method }: Entry): Uint8Array {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== 0x04034b50) throw new Error("its entry is damaged");
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const data = bytes.subarray(start, start + packed);
  if (method === 0 && packed === size) return data;
  if (method !== 8) throw new Error(`it is packed in a way that is not read (method ${method})`);
  try {
    const unpacked = inflateRawSync(data, { maxOutputLength: size + 1 });
    if (unpacked.length === size) return unpacked;
  } catch {
    // Damaged, or larger than its directory says: the same answer.
  }
  throw new Error("what is packed is not what its directory says");
}
