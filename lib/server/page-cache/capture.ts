import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from "node:http";
import { type Duplex, duplexPair } from "node:stream";
import { captured } from "@/lib/http/capture";

type Pages = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** An answer of Next's, whole. */
export type Captured = { status: number; type: string; body: string };

/** Asks for the page at an address as anybody who may read would get it. */
export type Capture = (path: string, headers: Record<string, string>) => Promise<Captured>;

/** A page takes milliseconds; one that takes this long is not worth waiting for. Milliseconds. */
const patienceMs = 15_000;

/**
 * Asks Next within this process: an HTTP exchange over a pair of streams, so that Next meets the requests and responses that it
 * knows, and nothing from outside can get here.
 */
export function captureOf(pages: Pages): Capture {
  const server = createServer((request, response) => {
    captured(() => pages(request, response)).catch(() => response.destroy());
  });
  return (path, headers) =>
    new Promise((resolve, reject) => {
      const [near, far]: [Duplex, Duplex] = duplexPair();
      far.once("close", () => near.destroy());
      server.emit("connection", far);
      const asked = httpRequest(
        {
          path,
          headers: { host: "portal.invalid", connection: "close", ...headers },
          createConnection: () => near,
          signal: AbortSignal.timeout(patienceMs),
        },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on("data", (chunk: Buffer) => chunks.push(chunk));
          answer.once("error", reject);
          answer.once("end", () => {
            resolve({
              status: answer.statusCode ?? 0,
              type: answer.headers["content-type"] ?? "",
              body: Buffer.concat(chunks).toString("utf8"),
            });
            far.destroy();
          });
        },
      );
      asked.once("error", reject).end();
    });
}
