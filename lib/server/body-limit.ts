import type { IncomingMessage, ServerResponse } from "node:http";

/** Largest request body that reaches a route, in bytes; routes set tighter limits of their own. */
export const largestBody = 12_000_000;

/** Largest upload that is read at all: a little above what the route takes, so that it is the route that says why not. */
export const largestUpload = 27_000_000;

/** The requests that carry a file larger than that; `test/uploads.test.ts` compares them with the contracts. */
const uploads: [method: string, address: RegExp][] = [
  ["POST", /^\/api\/v1\/runs\/[^/?#]+\/steps\/[^/?#]+\/attachments(?:\?|$)/],
  ["POST", /^\/api\/v1\/incidents\/[^/?#]+\/attachments(?:\?|$)/],
  ["PUT", /^\/api\/v1\/runbook-imports\/[^/?#]+\/files(?:\?|$)/],
];

export const isUpload = ({ method, url = "" }: Pick<IncomingMessage, "method" | "url">): boolean =>
  uploads.some(([one, address]) => method === one && address.test(url));

/**
 * Refuses a request that announces more than the limit, and cuts off one that sends more than it announced.
 * @returns whether the request may go on
 */
export function limitBody(request: IncomingMessage, response: ServerResponse, limit = largestBody): boolean {
  // The route answers an upload that announces too much without reading it, with the reason.
  if (isUpload(request)) return cutOff(request, largestUpload);
  if (Number(request.headers["content-length"] ?? 0) > limit) {
    response.writeHead(413, { connection: "close", "content-type": "text/plain; charset=utf-8" }).end("413\n");
    return false;
  }
  return cutOff(request, limit);
}

function cutOff(request: IncomingMessage, limit: number): true {
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
