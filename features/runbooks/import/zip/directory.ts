import { cp437 } from "./cp437";

/** One file of an archive, as its directory tells. Sizes in bytes. */
export type ZipEntry = {
  name: string;
  method: number;
  packed: number;
  size: number;
  offset: number;
  isLink: boolean;
  encrypted: boolean;
};

/** Why a directory cannot be read. */
export type ZipFault = "no-archive" | "damaged" | "in-parts" | "too-many-files";
export type ZipDirectory = { entries: ZipEntry[] } | { fault: ZipFault };

const marks = { end: 0x06054b50, end64: 0x06064b50, locator64: 0x07064b50, entry: 0x02014b50, local: 0x04034b50 };
const unknown = 0xffffffff;

/** The files that a zip archive says it holds: APPNOTE.TXT of PKWARE 6.3, with ZIP64, without spanning. Unpacks nothing. */
export function readDirectory(bytes: Uint8Array, most: number): ZipDirectory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end < 0) return { fault: "no-archive" };
  const found = placeOf(view, end);
  if (!found) return { fault: "damaged" };
  if (found.inParts) return { fault: "in-parts" };
  if (found.count > most) return { fault: "too-many-files" };
  const entries: ZipEntry[] = [];
  let at = found.at;
  for (let index = 0; index < found.count; index++) {
    if (at < 0 || at + 46 > bytes.length || view.getUint32(at, true) !== marks.entry) return { fault: "damaged" };
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [
      number,
      number,
      number,
    ];
    if (at + 46 + name + extra > bytes.length) return { fault: "damaged" };
    entries.push(entryAt(bytes, view, at, name, extra));
    at += 46 + name + extra + comment;
  }
  return { entries };
}

/** Where the packed bytes of an entry are; null where the archive is damaged. */
export function packedBytes(bytes: Uint8Array, { offset, packed }: ZipEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== marks.local) return null;
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  return start + packed <= bytes.length ? bytes.subarray(start, start + packed) : null;
}

/** The end record is the last thing but a comment of at most 65,535 bytes. */
function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--)
    if (view.getUint32(at, true) === marks.end) return at;
  return -1;
}

function placeOf(view: DataView, end: number): { at: number; count: number; inParts: boolean } | null {
  const inParts = view.getUint16(end + 4, true) !== 0 && view.getUint16(end + 4, true) !== 0xffff;
  const count = view.getUint16(end + 10, true);
  const at = view.getUint32(end + 16, true);
  if (count !== 0xffff && at !== unknown) return { at, count, inParts };
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== marks.locator64)
    return count === 0xffff ? { at, count, inParts } : null;
  const record = number64(view, locator + 8);
  if (record === null || record + 56 > view.byteLength || view.getUint32(record, true) !== marks.end64) return null;
  const [all, from] = [number64(view, record + 32), number64(view, record + 48)];
  return all === null || from === null ? null : { at: from, count: all, inParts };
}

function entryAt(bytes: Uint8Array, view: DataView, at: number, nameLength: number, extraLength: number): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const raw = bytes.subarray(at + 46, at + 46 + nameLength);
  const extra = { start: at + 46 + nameLength, end: at + 46 + nameLength + extraLength };
  const wide = extended(view, extra, 0x0001);
  const next = (value: number) => {
    if (value !== unknown || !wide || wide.start + 8 > wide.end) return value;
    wide.start += 8;
    return number64(view, wide.start - 8) ?? Number.POSITIVE_INFINITY;
  };
  const size = next(view.getUint32(at + 24, true));
  const packed = next(view.getUint32(at + 20, true));
  const offset = next(view.getUint32(at + 42, true));
  return {
    name: nameOf(bytes, raw, flags, extended(view, extra, 0x7075)),
    method: view.getUint16(at + 10, true),
    packed,
    size,
    offset,
    // The high half is the mode of Unix, where the archive was made there.
    isLink: ((view.getUint32(at + 38, true) >>> 16) & 0o170000) === 0o120000,
    encrypted: (flags & 1) === 1,
  };
}

/** Bit 11 says UTF-8, or a field of Info-ZIP holds it; older names are of code page 437, unless they read as UTF-8. */
function nameOf(
  bytes: Uint8Array,
  raw: Uint8Array,
  flags: number,
  unicode: { start: number; end: number } | null,
): string {
  if (unicode && unicode.end - unicode.start > 5)
    return new TextDecoder().decode(bytes.subarray(unicode.start + 5, unicode.end));
  if (flags & 0x800) return new TextDecoder().decode(raw);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(raw);
  } catch {
    return cp437(raw);
  }
}

/** The field of a kind among the extra ones. */
function extended(view: DataView, { start, end }: { start: number; end: number }, kind: number) {
  for (let at = start; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    const size = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === kind && at + 4 + size <= end) return { start: at + 4, end: at + 4 + size };
  }
  return null;
}

/** A number of eight bytes; null for one that no file of this world has. */
function number64(view: DataView, at: number): number | null {
  if (at + 8 > view.byteLength) return null;
  const value = view.getBigUint64(at, true);
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : null;
}
