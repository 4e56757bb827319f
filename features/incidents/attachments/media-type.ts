/** Types that a browser shows in place. Everything else is downloaded: SVG and HTML can run scripts. */
const shown: ReadonlySet<string> = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);

export const isShown = (mediaType: string): boolean => shown.has(mediaType);

/** What bytes are when nothing in them says it: text if they read as UTF-8 without control characters. */
export function plainType(head: Uint8Array): "text/plain; charset=utf-8" | "application/octet-stream" {
  try {
    // The head may end inside a character, which `stream` allows.
    const text = new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    if (![...text].some((char) => isBinary(char.charCodeAt(0)))) return "text/plain; charset=utf-8";
  } catch {
    // Not UTF-8.
  }
  return "application/octet-stream";
}

/** Control characters that no text holds; tab, line ends and the escape of coloured output are none of them. */
const isBinary = (code: number) => code < 9 || (code > 13 && code < 32 && code !== 27);

/** `Content-Disposition` (RFC 6266, RFC 8187): the name in ASCII for old clients and in full for the others. */
export function disposition(mediaType: string, name: string, download = false): string {
  const how = isShown(mediaType) && !download ? "inline" : "attachment";
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const whole = encodeURIComponent(name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16)}`);
  return `${how}; filename="${ascii}"; filename*=UTF-8''${whole}`;
}
