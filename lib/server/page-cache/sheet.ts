import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gunzipSync, gzip } from "node:zlib";
import { acceptedEncoding, type Encoding } from "../encoding";

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

type Form = { headers: string[]; body: Buffer };

/** A page as it leaves: compressed, and with its headers written out. */
export type Sheet = {
  etag: string;
  forms: Record<Encoding, Form>;
  unchanged: string[];
  plain: string[];
  bytes: number;
};

/** Which of our encodings is meant by what browsers send is worked out once. */
const encodings = new Map<string, Encoding | null>();
const mostEncodings = 1_000;

/**
 * Makes a sheet of a page.
 * @param fixed headers that it always carries
 * @param best as small as can be, which takes 50 times as long
 */
export async function sheetOf(html: string, fixed: Record<string, string>, best = false): Promise<Sheet> {
  const etag = etagOf(html, fixed);
  const page = Buffer.from(html);
  const params = { [constants.BROTLI_PARAM_QUALITY]: best ? 11 : 5, [constants.BROTLI_PARAM_SIZE_HINT]: page.length };
  const [br, gz] = await Promise.all([brotli(page, { params }), zip(page, { level: best ? 9 : 6 })]);
  const common = Object.entries({ ...fixed, ETag: etag }).flat();
  const form = (encoding: Encoding, body: Buffer): Form => ({
    headers: [...common, "Content-Encoding", encoding, "Content-Length", String(body.length)],
    body,
  });
  return {
    etag,
    forms: { br: form("br", br), gzip: form("gzip", gz) },
    unchanged: common.filter((_, at, all) => !/^content-(type|security-policy)$/i.test(all[at - (at % 2)] ?? "")),
    plain: common,
    bytes: br.length + gz.length,
  };
}

/** Names what a page says and how it is sent, in any encoding: weak, because the bytes differ (RFC 9110, 8.8.1). */
export const etagOf = (html: string, fixed: Record<string, string>): string =>
  `W/"${createHash("sha256").update(JSON.stringify(fixed)).update(html).digest("base64url").slice(0, 22)}"`;

/**
 * Sends it to whoever asked, or says that they have it already.
 * @param also more headers: names and values in turn
 * @returns the status
 */
export function send(sheet: Sheet, request: IncomingMessage, response: ServerResponse, also?: string[]): 200 | 304 {
  const withMore = (own: string[]) => (also ? [...own, ...also] : own);
  const { headers, method } = request;
  const known = headers["if-none-match"];
  if (known !== undefined && matches(known, sheet.etag)) {
    response.writeHead(304, withMore(sheet.unchanged));
    response.end();
    return 304;
  }
  const encoding = encodingOf(headers["accept-encoding"]);
  if (encoding === null) return sendPlain(sheet, withMore(sheet.plain), request, response);
  const form = sheet.forms[encoding];
  response.writeHead(200, withMore(form.headers));
  response.end(method === "HEAD" ? undefined : form.body);
  return 200;
}

// So few ask for this that it is not worth its memory.
function sendPlain({ forms }: Sheet, headers: string[], { method }: IncomingMessage, response: ServerResponse): 200 {
  const body = gunzipSync(forms.gzip.body);
  response.writeHead(200, [...headers, "Content-Length", String(body.length)]);
  response.end(method === "HEAD" ? undefined : body);
  return 200;
}

/** RFC 9110, 13.1.2: a list of tags, compared weakly. */
function matches(known: string, etag: string): boolean {
  if (known === etag || known.trim() === "*") return true;
  const bare = etag.slice(2);
  return known.split(",").some((tag) => tag.trim().replace(/^W\//, "") === bare);
}

function encodingOf(accepted: string | string[] | undefined): Encoding | null {
  const key = String(accepted ?? "");
  const before = encodings.get(key);
  if (before !== undefined) return before;
  if (encodings.size >= mostEncodings) encodings.clear();
  const encoding = acceptedEncoding(key);
  encodings.set(key, encoding);
  return encoding;
}
