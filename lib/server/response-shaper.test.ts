import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { describe, expect, onTestFinished, test } from "vitest";
import { type SealPage, shapeResponse } from "./response-shaper";

const asItIs: SealPage = (page) => page;

/** A server that answers through the shaper; returns its address. */
async function serve(listener: RequestListener, seal: SealPage = asItIs): Promise<string> {
  const server = createServer((request, response) => {
    shapeResponse(request, response, seal);
    listener(request, response);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const gzip = { headers: { "accept-encoding": "gzip" } };

describe("shapeResponse", () => {
  test("shows the whole page to the seal before anything leaves, however it was written", async () => {
    const url = await serve(
      (_, response) => {
        response.writeHead(201, { "Content-Type": "text/html; charset=utf-8" });
        response.flushHeaders();
        response.write("<p>una ");
        setTimeout(() => response.end("página</p>"), 5);
      },
      (page, response) => {
        response.setHeader("x-seen", page.length);
        return Buffer.from(page.toString().toUpperCase());
      },
    );
    const answer = await fetch(url, { headers: { "accept-encoding": "identity" } });
    expect(answer.status).toBe(201);
    expect(answer.headers.get("x-seen")).toBe("18");
    expect(answer.headers.get("content-length")).toBe("18");
    expect(await answer.text()).toBe("<P>UNA PÁGINA</P>");
  });

  test("compresses a page and says so", async () => {
    const page = "<p>bitácora</p>".repeat(500);
    const url = await serve((_, response) =>
      response.setHeader("content-type", "text/html").setHeader("etag", '"a"').end(page),
    );
    const answer = await fetch(url, gzip);
    expect(await answer.text()).toBe(page);
    expect(answer.headers.get("content-encoding")).toBe("gzip");
    expect(answer.headers.get("vary")).toBe("Accept-Encoding");
    expect(answer.headers.get("etag")).toBe('W/"a"');
  });

  test.each(["gzip", "br"])("carries a large piped file to its end in %s", async (encoding) => {
    const chunks = Array.from({ length: 200 }, (_, i) => Buffer.alloc(16_384, i % 251));
    const url = await serve((_, response) => {
      response.setHeader("content-type", "application/javascript");
      Readable.from(chunks).pipe(response);
    });
    const answer = await fetch(url, { headers: { "accept-encoding": encoding } });
    expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.concat(chunks))).toBe(true);
  });

  test("lets an event stream through at once and uncompressed", async () => {
    const url = await serve((request, response) => {
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache, no-transform" });
      response.write("id: 1\n\n");
      request.on("close", () => response.end());
    });
    const answer = await fetch(url, gzip);
    const { value } = await (answer.body as ReadableStream<Uint8Array>).getReader().read();
    expect(Buffer.from(value as Uint8Array).toString()).toBe("id: 1\n\n");
    expect(answer.headers.has("content-encoding")).toBe(false);
  });

  test("gives each chunk of a streamed answer out as it comes, compressed", async () => {
    let finish = () => {};
    const url = await serve((_, response) => {
      response.setHeader("content-type", "text/x-component").write("primera parte");
      finish = () => response.end(" y segunda");
    });
    const reader = ((await fetch(url, gzip)).body as ReadableStream<Uint8Array>).getReader();
    expect(Buffer.from((await reader.read()).value as Uint8Array).toString()).toBe("primera parte");
    finish();
    expect(Buffer.from((await reader.read()).value as Uint8Array).toString()).toBe(" y segunda");
  });

  test("adds nothing to an answer without a body", async () => {
    const url = await serve((_, response) => response.writeHead(304, { "content-type": "text/html" }).end());
    const answer = await fetch(url, gzip);
    expect(answer.status).toBe(304);
    expect(answer.headers.has("content-encoding")).toBe(false);
  });

  test("calls back when an answer is finished", async () => {
    const finished: string[] = [];
    const url = await serve((_, response) =>
      response.setHeader("content-type", "text/html").end("x", () => finished.push("end")),
    );
    await (await fetch(url)).text();
    await expect.poll(() => finished).toEqual(["end"]);
  });
});
