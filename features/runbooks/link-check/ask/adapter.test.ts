import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { ask } from "./adapter";

const open: Server[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  }
});

/** A server on this machine, and what it was asked. */
async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const asked: string[] = [];
  const headers: IncomingMessage["headers"][] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    headers.push(request.headers);
    answer(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  open.push(server);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, headers };
}

const here = { allowPrivate: true, timeoutMs: 2_000 };

test("HEAD is enough where it is answered, without credentials, cookies or a referrer", async () => {
  const { url, asked, headers } = await serve((_, response) => response.writeHead(200).end());
  expect(await ask(`${url}/a`, here)).toEqual({ kind: "ok", status: 200 });
  expect(asked).toEqual(["HEAD /a"]);
  expect(headers[0]).toMatchObject({ "user-agent": expect.stringContaining("BitacoraLinkCheck") });
  expect(Object.keys(headers[0] ?? {}).sort()).toEqual(["accept", "connection", "host", "user-agent"]);
});

test.each([404, 405, 501, 500])(
  "where HEAD gets %i, GET has the last word, and its endless body is not read",
  async (status) => {
    const { url, asked } = await serve((request, response) => {
      if (request.method === "HEAD") return response.writeHead(status).end();
      response.writeHead(200);
      const flood = () => {
        while (!response.destroyed && response.write("x".repeat(65_536)));
      };
      response.on("drain", flood);
      return flood();
    });
    expect(await ask(url, here)).toEqual({ kind: "ok", status: 200 });
    expect(asked).toEqual(["HEAD /", "GET /"]);
  },
);

test("what is gone is gone, what wants a password is there", async () => {
  const { url } = await serve((request, response) => response.writeHead(request.url === "/closed" ? 401 : 410).end());
  expect(await ask(`${url}/gone`, here)).toEqual({ kind: "failed", why: "status", status: 410 });
  expect(await ask(`${url}/closed`, here)).toEqual({ kind: "ok", status: 401 });
});

test("redirects are followed a few times, each hop judged anew", async () => {
  const { url, asked } = await serve((request, response) => {
    const n = Number(request.url?.slice(1));
    if (n === 3) return response.writeHead(200).end();
    return response.writeHead(302, { location: `/${n + 1}` }).end();
  });
  expect(await ask(`${url}/0`, here)).toEqual({ kind: "ok", status: 200 });
  expect(asked).toHaveLength(4);
  expect(await ask(`${url}/10`, here)).toEqual({ kind: "failed", why: "redirects", status: null });
});

test.each([
  ["to another kind of address", "file:///etc/passwd"],
  ["to credentials", "http://user:secret@127.0.0.1/"],
])("a redirect %s is not followed", async (_, location) => {
  const { url, asked } = await serve((_request, response) => response.writeHead(302, { location }).end());
  expect(await ask(url, here)).toEqual({ kind: "refused" });
  expect(asked).toEqual(["HEAD /"]);
});

test.each([
  "http://127.0.0.1",
  "http://[::1]",
  "http://[::ffff:127.0.0.1]",
  "http://localhost",
  "http://2130706433",
  "http://0x7f.1",
])("%s is not asked where private addresses are not", async (host) => {
  const { url, asked } = await serve((_, response) => response.end());
  expect(await ask(`${host}:${new URL(url).port}/`, { allowPrivate: false })).toEqual({ kind: "private" });
  expect(asked).toEqual([]);
});

test("credentials in an address are not sent anywhere", async () => {
  const { url, asked } = await serve((_, response) => response.end());
  expect(await ask(url.replace("http://", "http://ana:secret@"), here)).toEqual({ kind: "refused" });
  expect(asked).toEqual([]);
});

test("silence, a closed port and nonsense are told apart", async () => {
  const silent = await serve(() => {});
  expect(await ask(silent.url, { allowPrivate: true, timeoutMs: 300 })).toMatchObject({ why: "timeout" });
  const gone = await serve((_, response) => response.end());
  open.splice(open.length - 1).forEach((server) => void server.close());
  expect(await ask(gone.url, here)).toMatchObject({ why: "connect" });
  const nonsense = await serve((request) => void request.socket.end("no http at all\r\n\r\n"));
  expect(await ask(nonsense.url, here)).toMatchObject({ why: "protocol" });
});
