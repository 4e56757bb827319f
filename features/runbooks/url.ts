const allowedSchemes = new Set(["http", "https", "mailto"]);
// Browsers drop control characters and white space from addresses, so `java\tscript:` is a scheme to them.
const invisible = /[\p{Cc}\p{Cf}\s]/gu;

/** The scheme of an address as a browser would read it, lower-cased; `//` for a protocol-relative one; null for a relative one. */
export function schemeOf(url: string): string | null {
  const plain = url.replace(invisible, "").replaceAll("\\", "/");
  if (plain.startsWith("//")) return "//";
  const match = /^([^/?#:]*):/.exec(plain);
  return match ? (match[1] ?? "").toLowerCase() : null;
}

/** http, https, mailto and relative addresses; nothing else ever reaches a page. */
export function isAllowedUrl(url: string): boolean {
  const scheme = schemeOf(url);
  return scheme === null || allowedSchemes.has(scheme);
}
