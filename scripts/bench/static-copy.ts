import { createServer, get, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

type Kept = { headers: IncomingHttpHeaders; body: Buffer };
const carried = ["content-type", "content-encoding", "cache-control"];

/**
 * A bare `node:http` server that sends the very bytes that the portal sends for these paths, from memory; all else is a 404.
 * @param paths with their queries, from `/`
 */
export async function staticCopy(url: string, paths: string[]): Promise<{ url: string; close: () => void }> {
  const kept = new Map<string, Kept>();
  for (const path of paths) kept.set(path, await asSent(new URL(path, url)));
  const server = createServer((request, response) => {
    const file = kept.get(request.url ?? "");
    if (!file) return response.writeHead(404).end();
    const headers = Object.fromEntries(
      carried.flatMap((name) => (file.headers[name] ? [[name, file.headers[name]]] : [])),
    );
    return response.writeHead(200, { ...headers, "content-length": file.body.length }).end(file.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

// Not `fetch`, which unpacks what it gets.
function asSent(url: URL): Promise<Kept> {
  const headers = { "accept-encoding": "gzip, deflate, br, zstd", "accept-language": "es-ES" };
  return new Promise((resolve, reject) => {
    get(url, { headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => resolve({ headers: answer.headers, body: Buffer.concat(chunks) }));
    }).on("error", reject);
  });
}
