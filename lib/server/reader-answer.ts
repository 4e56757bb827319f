import { readFile } from "node:fs/promises";
import path from "node:path";
import { acceptedEncoding } from "./encoding";
import { readerFiles } from "./reader-bundle";
import type { AnswerWorker } from "./worker-bundle";

/** Answers the files of the small client, below `/reader/`. Their names hold a hash of their content: they never change. */
export async function readerAnswer(root: string): Promise<AnswerWorker> {
  const known = new Set(await readerFiles(root));
  const kept = new Map<string, Promise<Buffer>>();
  const read = (name: string) => {
    const file = kept.get(name) ?? readFile(path.join(root, ".next", name));
    kept.set(name, file);
    return file;
  };
  return (request, response) => {
    const address = request.url?.split("?", 1)[0] ?? "";
    const reads = request.method === "GET" || request.method === "HEAD";
    if (!reads || !known.has(address)) return false;
    const small = acceptedEncoding(request.headers["accept-encoding"]) === "br";
    read(small ? `${address}.br` : address)
      .then((body) => {
        response.writeHead(200, {
          "content-type": "text/javascript; charset=utf-8",
          "cache-control": "public, max-age=31536000, immutable",
          vary: "Accept-Encoding",
          ...(small ? { "content-encoding": "br" } : {}),
        });
        response.end(request.method === "HEAD" ? undefined : body);
      })
      .catch(() => {
        kept.clear();
        response.writeHead(404).end();
      });
    return true;
  };
}
