import { constants, createBrotliCompress, createGzip } from "node:zlib";

export type Encoding = "br" | "gzip";

/** Below this a compressed body is not worth its headers. Bytes. */
export const worthCompressing = 1_000;

/** The best encoding that the client accepts (RFC 9110, 12.5.3); null for as it is. */
export function acceptedEncoding(acceptEncoding: string | string[] | undefined): Encoding | null {
  const offers = new Map(
    String(acceptEncoding ?? "")
      .toLowerCase()
      .split(",")
      .map((part) => {
        const [name = "", ...parameters] = part.split(";").map((piece) => piece.trim());
        const weight = parameters.find((parameter) => parameter.startsWith("q="));
        return [name, weight ? Number(weight.slice(2)) : 1] as const;
      }),
  );
  const accepts = (name: Encoding) => (offers.get(name) ?? offers.get("*") ?? 0) > 0;
  return accepts("br") ? "br" : accepts("gzip") ? "gzip" : null;
}

const compressible =
  /^(text\/(?!event-stream)|image\/svg|application\/([\w.-]+\+)?(json|javascript|xml|manifest\+json)\b)/i;

/** Whether a body of this type gets smaller and may be touched (`no-transform`: RFC 9111, 5.2.2.6). */
export const isCompressible = (contentType: string, cacheControl: string): boolean =>
  compressible.test(contentType) && !/\bno-transform\b/i.test(cacheControl);

/** A compressor that lets go of each chunk at once, so that what is streamed stays streamed. */
export function streamEncoder(encoding: Encoding) {
  return encoding === "br"
    ? createBrotliCompress({
        flush: constants.BROTLI_OPERATION_FLUSH,
        params: { [constants.BROTLI_PARAM_QUALITY]: 4 },
      })
    : createGzip({ flush: constants.Z_SYNC_FLUSH });
}
