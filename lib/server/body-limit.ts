import type { IncomingMessage, ServerResponse } from "node:http";

/** Largest request body that reaches a route, in bytes; routes set tighter limits of their own. */
export const largestBody = 12_000_000;

/**
 * Refuses a request that announces more than the limit, and cuts off one that sends more than it announced.
 * @returns whether the request may go on
 */
export function limitBody(request: IncomingMessage, response: ServerResponse, limit = largestBody): boolean {
  if (Number(request.headers["content-length"] ?? 0) > limit) {
    response.writeHead(413, { connection: "close", "content-type": "text/plain; charset=utf-8" }).end("413\n");
    return false;
  }
  // Counted where the parser hands the body over: a listener would start the flow before the route reads.
  const push = request.push.bind(request);
  let size = 0;
  request.push = (chunk: unknown, encoding?: BufferEncoding) => {
    size += chunk instanceof Uint8Array ? chunk.byteLength : 0;
    if (size <= limit) return push(chunk, encoding);
    request.destroy();
    return false;
  };
  return true;
}
