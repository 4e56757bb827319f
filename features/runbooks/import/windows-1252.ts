/**
 * What bytes 0x80 to 0x9F are in Windows-1252 (WHATWG Encoding, index windows-1252). `TextDecoder` of some versions of
 * Node reads them as Latin-1, whose signs there nobody sees: quotes, dashes and the euro would be lost.
 */
const signs = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** The character of one byte. */
export const windows1252 = (byte: number): string =>
  byte >= 0x80 && byte <= 0x9f ? (signs[byte - 0x80] ?? "") : String.fromCharCode(byte);

/** A text of bytes that are Windows-1252. */
export function decodeWindows1252(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8_192)
    text += Array.from(bytes.subarray(at, at + 8_192), windows1252).join("");
  return text;
}
