import type { Notice } from "./notice";
import { decodeWindows1252 } from "./windows-1252";

export type Decoded = { text: string; notices: Notice[] };

/**
 * The text of a file, whatever wrote it: UTF-8, UTF-16 with its mark, or Windows-1252 where it is not UTF-8. Byte order
 * marks go, line ends become `\n`, and NUL becomes the sign that stands for it.
 */
export function decode(input: string | Uint8Array): Decoded {
  const notices: Notice[] = [];
  let text = typeof input === "string" ? input : fromBytes(input, notices);
  if (text.startsWith("\uFEFF")) {
    text = text.slice(1);
    notices.push({ rule: "byte-order-mark", line: 1, text: "" });
  }
  if (/\r/.test(text)) {
    text = text.replace(/\r\n?/g, "\n");
    notices.push({ rule: "line-ends", line: 1, text: "" });
  }
  const nul = text.indexOf("\0");
  if (nul >= 0) {
    notices.push({ rule: "nul", line: text.slice(0, nul).split("\n").length, text: "␀" });
    text = text.replaceAll("\0", "␀");
  }
  return { text, notices };
}

function fromBytes(bytes: Uint8Array, notices: Notice[]): string {
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
  if (mark) {
    notices.push({ rule: "encoding", line: 1, text: mark });
    return new TextDecoder(mark).decode(bytes);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    notices.push({ rule: "encoding", line: 1, text: "windows-1252" });
    return decodeWindows1252(bytes);
  }
}
