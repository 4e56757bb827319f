import { deflateRawSync } from "node:zlib";

/** One file of an archive; `size` is what its directory claims, `raw` its name in bytes of an unknown code page. */
export type Packed = {
  name: string;
  content: string;
  size?: number;
  mode?: number;
  raw?: Buffer;
  encrypted?: boolean;
  method?: number;
};

/** A zip archive. @param wide writes its sizes and places as ZIP64 does */
export function zip(entries: Packed[], { wide = false, comment = "" } = {}): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { content, size = Buffer.byteLength(content), mode = 0o100644, encrypted = false, method = 8 } = entry;
    const name = entry.raw ?? Buffer.from(entry.name);
    const packed = method === 8 ? deflateRawSync(content) : Buffer.from(content);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(wide ? 45 : 20, 0);
    shared.writeUInt16LE((entry.raw ? 0 : 0x800) | (encrypted ? 1 : 0), 2);
    shared.writeUInt16LE(method, 4);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(size, 18);
    shared.writeUInt16LE(name.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE((mode << 16) >>> 0, 6);
    tail.writeUInt32LE(wide ? 0xffffffff : offset, 10);
    const listed = Buffer.from(shared);
    const extra = wide ? wideField([size, packed.length, offset]) : Buffer.alloc(0);
    if (wide) listed.writeUInt32LE(0xffffffff, 14);
    if (wide) listed.writeUInt32LE(0xffffffff, 18);
    listed.writeUInt16LE(extra.length, 24);
    parts.push(Buffer.from("PK\x03\x04"), shared, name, packed);
    directory.push(Buffer.from("PK\x01\x02"), Buffer.from([20, 3]), listed, tail, name, extra);
    offset += 30 + name.length + packed.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(wide ? 0xffff : entries.length, 4);
  end.writeUInt16LE(wide ? 0xffff : entries.length, 6);
  end.writeUInt32LE(wide ? 0xffffffff : index.length, 8);
  end.writeUInt32LE(wide ? 0xffffffff : offset, 12);
  end.writeUInt16LE(comment.length, 16);
  const wideEnd = wide ? [wideRecord(entries.length, index.length, offset)] : [];
  return Buffer.concat([...parts, index, ...wideEnd, Buffer.from("PK\x05\x06"), end, Buffer.from(comment)]);
}

function wideField(values: number[]): Buffer {
  const field = Buffer.alloc(4 + values.length * 8);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(values.length * 8, 2);
  for (const [index, value] of values.entries()) field.writeBigUInt64LE(BigInt(value), 4 + index * 8);
  return field;
}

/** The end record of ZIP64 and what leads to it. */
function wideRecord(count: number, size: number, offset: number): Buffer {
  const record = Buffer.alloc(76);
  record.write("PK\x06\x06", 0, "latin1");
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(count), 24);
  record.writeBigUInt64LE(BigInt(count), 32);
  record.writeBigUInt64LE(BigInt(size), 40);
  record.writeBigUInt64LE(BigInt(offset), 48);
  record.write("PK\x06\x07", 56, "latin1");
  record.writeBigUInt64LE(BigInt(offset + size), 64);
  record.writeUInt32LE(1, 72);
  return record;
}
