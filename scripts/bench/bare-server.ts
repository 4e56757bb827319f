// The least that serves a page: the bytes that the parent sends, from memory. In a process of its own, as the portal is.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

process.once("message", ({ type, encoding, body }: { type: string; encoding: string; body: Uint8Array }) => {
  const bytes = Buffer.from(body);
  const server = createServer((_, response) => {
    response
      .writeHead(200, { "content-type": type, "content-encoding": encoding, "content-length": bytes.length })
      .end(bytes);
  });
  server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
});
process.once("disconnect", () => process.exit(0));
