import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sessionHint } from "./session-hint";

const hint = sessionHint();
const server = createServer((request, response) => {
  hint(request, response);
  response.writeHead(200, ["content-type", "text/plain"]).end();
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve())));
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

const hinted = async (cookie: string) => {
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: { cookie } });
  return answer.headers.getSetCookie();
};

test("a browser with a session learns that it has one, once", async () => {
  expect(await hinted("next-auth.session-token=abc")).toEqual(["bitacora-signed-in=1; Path=/; SameSite=Lax"]);
  expect(await hinted("next-auth.session-token=abc; bitacora-signed-in=1")).toEqual([]);
});

test("a browser without a session is told nothing, and forgets that it had one", async () => {
  expect(await hinted("bitacora-theme=dark")).toEqual([]);
  expect(await hinted("bitacora-signed-in=1")).toEqual(["bitacora-signed-in=; Max-Age=0; Path=/; SameSite=Lax"]);
});
