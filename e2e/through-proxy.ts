import http from "node:http";
import type { AddressInfo } from "node:net";

export type PortalProxy = {
  url: string;
  /** From now on the portal answers as a build of that name. */
  deploy: (build: string) => void;
  /** From now on pages of that path cannot be made. */
  breakPage: (path: string) => void;
  close: () => void;
};

/** The portal under test behind an address of this test's own, where it can get a new build or fail. */
export async function throughProxy(portal: string): Promise<PortalProxy> {
  const build = /"?id"?:"([0-9a-f]{16})"/.exec(await (await fetch(`${portal}/sw.js`)).text());
  const original = build?.[1] ?? "";
  let now = original;
  const broken = new Set<string>();
  const server = http.createServer(async (request, response) => {
    const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
    const isPage = request.headers["sec-fetch-mode"] === "navigate";
    if (isPage && broken.has(path)) return void response.writeHead(500, { "content-type": "text/html" }).end("<html>");
    // What is rewritten here is another text than the portal's, and never unchanged.
    const { "if-none-match": _, ...sent } = request.headers;
    const headers = { ...sent, "accept-encoding": "identity" };
    const asked = http.request(`${portal}${request.url}`, { method: request.method, headers }, (answer) => {
      const type = answer.headers["content-type"] ?? "";
      const rewritten = type.startsWith("text/html") || path === "/sw.js";
      if (!rewritten) return void answer.pipe(response.writeHead(answer.statusCode ?? 500, answer.headers));
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => {
        // In a page only its first tag: what its scripts say is bound to the policy by hash.
        const text = Buffer.concat(chunks).toString("utf8");
        const body = Buffer.from(path === "/sw.js" ? text.replaceAll(original, now) : text.replace(original, now));
        const { "content-length": __, "transfer-encoding": ___, etag: ____, ...rest } = answer.headers;
        response.writeHead(answer.statusCode ?? 500, { ...rest, "content-length": body.byteLength }).end(body);
      });
    });
    asked.on("error", () => response.destroy());
    request.pipe(asked);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    deploy: (name) => {
      now = name;
    },
    breakPage: (path) => broken.add(path),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
