import type { IncomingMessage, OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { acceptedEncoding, isCompressible, streamEncoder, worthCompressing } from "./encoding";

type Sink = { write: (chunk: Buffer) => boolean; flush: () => void; end: () => void };
type Raw = { write: (chunk: Buffer) => boolean; end: () => ServerResponse; flushHeaders: () => void };

/** Called with a finished HTML page before it leaves; may still set headers. Returns the page to send. */
export type SealPage = (html: Buffer, response: ServerResponse) => Buffer;

/**
 * Stands between Next and the socket: holds HTML back until it is complete, so that `seal` sees the whole page, and compresses
 * what is worth it. Everything else, event streams above all, passes as it comes.
 */
export function shapeResponse(request: IncomingMessage, response: ServerResponse, seal: SealPage): void {
  const raw = rawMethods(response);
  let sink: Sink | undefined;
  let ended = false;
  const chosen = () => {
    sink ??= chooseSink(request, response, raw, seal);
    return sink;
  };

  response.writeHead = ((status: number, ...rest: unknown[]) => {
    response.statusCode = status;
    if (typeof rest[0] === "string") response.statusMessage = rest.shift() as string;
    setAll(response, rest[0] as OutgoingHttpHeaders | OutgoingHttpHeader[] | undefined);
    return response;
  }) as ServerResponse["writeHead"];
  response.flushHeaders = () => chosen().flush();
  response.write = ((chunk: Buffer | string, encoding?: unknown, callback?: unknown) => {
    const done = typeof encoding === "function" ? encoding : callback;
    const more = chosen().write(asBuffer(chunk, encoding));
    if (typeof done === "function") queueMicrotask(done as () => void);
    return more;
  }) as ServerResponse["write"];
  response.end = ((chunk?: unknown, encoding?: unknown, callback?: unknown) => {
    const done = [chunk, encoding, callback].find((argument) => typeof argument === "function");
    if (done) response.once("finish", done as () => void);
    if (ended) return response;
    ended = true;
    if (typeof chunk === "string" || chunk instanceof Uint8Array) chosen().write(asBuffer(chunk, encoding));
    chosen().end();
    return response;
  }) as ServerResponse["end"];
}

// Node itself calls `writeHead` when the first bytes go out, so that one has to be back in its place by then.
function rawMethods(response: ServerResponse): Raw {
  const { writeHead, write, end, flushHeaders } = response;
  const real = <Args extends unknown[], Result>(method: (...args: Args) => Result) => {
    return (...args: Args): Result => {
      response.writeHead = writeHead;
      return method.apply(response, args);
    };
  };
  return {
    write: real(write as (chunk: Buffer) => boolean),
    end: real(end as () => ServerResponse),
    flushHeaders: real(flushHeaders),
  };
}

function chooseSink(request: IncomingMessage, response: ServerResponse, raw: Raw, seal: SealPage): Sink {
  const type = String(response.getHeader("content-type") ?? "");
  const noBody = request.method === "HEAD" || [204, 206, 304].includes(response.statusCode);
  if (noBody || response.hasHeader("content-encoding")) return passing(raw);
  // A document that is downloaded is no page of the portal's: it passes as it comes.
  const isDownload = /^attachment\b/i.test(String(response.getHeader("content-disposition") ?? ""));
  if (/^text\/html\b/i.test(type) && !isDownload) return holding(request, response, raw, seal);
  if (!isCompressible(type, String(response.getHeader("cache-control") ?? ""))) return passing(raw);
  return compressing(request, response, raw);
}

const passing = (raw: Raw): Sink => ({
  write: (chunk) => raw.write(chunk),
  flush: raw.flushHeaders,
  end: () => raw.end(),
});

function holding(request: IncomingMessage, response: ServerResponse, raw: Raw, seal: SealPage): Sink {
  const chunks: Buffer[] = [];
  return {
    write: (chunk) => chunks.push(chunk) > 0,
    flush: () => {},
    end() {
      const page = seal(Buffer.concat(chunks), response);
      response.setHeader("content-length", page.length);
      const sink = compressing(request, response, raw);
      sink.write(page);
      sink.end();
    },
  };
}

function compressing(request: IncomingMessage, response: ServerResponse, raw: Raw): Sink {
  vary(response, "Accept-Encoding");
  const length = Number(response.getHeader("content-length") ?? Number.POSITIVE_INFINITY);
  const encoding = acceptedEncoding(request.headers["accept-encoding"]);
  if (!encoding || length < worthCompressing) return passing(raw);
  response.removeHeader("content-length");
  response.setHeader("content-encoding", encoding);
  weakenEtag(response);
  const encoder = streamEncoder(encoding);
  encoder.on("data", (chunk: Buffer) => {
    if (!raw.write(chunk)) encoder.pause();
  });
  encoder.on("end", () => raw.end());
  // Whoever pipes into the response waits for its "drain", which now is the encoder's to give.
  encoder.on("drain", () => response.emit("drain"));
  response.on("drain", () => encoder.resume());
  response.on("close", () => encoder.destroy());
  return { write: (chunk) => encoder.write(chunk), flush: raw.flushHeaders, end: () => encoder.end() };
}

// The same page in two encodings is two byte sequences: only a weak validator fits both (RFC 9110, 8.8.3.3).
function weakenEtag(response: ServerResponse) {
  const etag = response.getHeader("etag");
  if (typeof etag === "string" && etag.startsWith('"')) response.setHeader("etag", `W/${etag}`);
}

function vary(response: ServerResponse, name: string) {
  const kept = [response.getHeader("vary") ?? []].flat().map(String);
  if (!kept.some((value) => value.toLowerCase().includes(name.toLowerCase()))) {
    response.setHeader("vary", [...kept, name].join(", "));
  }
}

function setAll(response: ServerResponse, headers: OutgoingHttpHeaders | OutgoingHttpHeader[] | undefined) {
  if (Array.isArray(headers)) {
    for (let i = 0; i + 1 < headers.length; i += 2) response.setHeader(String(headers[i]), headers[i + 1] as string);
    return;
  }
  for (const [name, value] of Object.entries(headers ?? {})) if (value !== undefined) response.setHeader(name, value);
}

const asBuffer = (chunk: string | Uint8Array, encoding: unknown): Buffer =>
  typeof chunk === "string"
    ? Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8")
    : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
