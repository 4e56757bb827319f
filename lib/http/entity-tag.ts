/**
 * Whether the reader has what `etag` names: If-None-Match compares weakly (RFC 9110, 13.1.2), because a tag comes back weak from an
 * answer that was compressed on its way.
 */
export function isKnown(request: Request, etag: string): boolean {
  const known = request.headers.get("if-none-match");
  if (known === null) return false;
  return known.trim() === "*" || known.split(",").some((one) => opaque(one.trim()) === opaque(etag));
}

const opaque = (etag: string): string => etag.replace(/^W\//, "");
