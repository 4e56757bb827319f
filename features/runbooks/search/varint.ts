/** Bytes that a number below 2^28 takes at most. */
export const mostVarint = 4;

/** Writes a number seven bits a byte, the lowest first, each byte but the last with its highest bit set. @returns where it ends */
export function putVarint(bytes: Uint8Array, from: number, value: number): number {
  let at = from;
  let left = value;
  for (; left > 0x7f; left >>>= 7) bytes[at++] = (left & 0x7f) | 0x80;
  bytes[at] = left;
  return at + 1;
}

/** Reads the number that begins at `place.at`, and moves that to its end. */
export function takeVarint(bytes: Uint8Array, place: { at: number }): number {
  let byte = bytes[place.at++] as number;
  let value = byte & 0x7f;
  for (let shift = 7; byte > 0x7f; shift += 7) {
    byte = bytes[place.at++] as number;
    value |= (byte & 0x7f) << shift;
  }
  return value;
}
