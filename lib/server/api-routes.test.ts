import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { left } from "@/test/fixtures/api/feed/route";
import { apiRoutes } from "./api-routes";

let url = "";

beforeAll(async () => {
  const answer = await apiRoutes(path.resolve("test/fixtures/api"), "/api");
  const server = createServer(async (request, response) => {
    request.headers["x-asked"] = "by the front";
    if (!(await answer(request, response))) response.writeHead(404).end("somebody else's");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return () => {
    server.closeAllConnections();
    server.close();
  };
});

const json = async (path: string) => (await fetch(`${url}${path}`)).json();

describe("apiRoutes", () => {
  test("finds the route by the folder's names, fixed ones first", async () => {
    expect(await json("/api/items/a%20b")).toEqual({ id: "a b" });
    expect(await json("/api/items/newest")).toEqual({ newest: true });
    expect(await json("/api/files/a/b%2Fc?x=1")).toEqual({ path: ["a", "b/c"] });
  });

  test.each(["/", "/api", "/api/", "/api/items", "/api/items/", "/api/items/a/b", "/api/items/%E0%A4%A", "/apis/echo"])(
    "leaves %s to somebody else",
    async (path) => {
      const answer = await fetch(`${url}${path}`);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toBe("somebody else's");
    },
  );

  test("leaves a method that the route does not have to somebody else", async () => {
    expect((await fetch(`${url}/api/echo`)).status).toBe(404);
    expect((await fetch(`${url}/api/items/1`, { method: "DELETE" })).status).toBe(404);
  });

  test("hands on body, status and headers; what the front has set wins", async () => {
    const body = "reinicié db-2 ".repeat(20_000);
    const answer = await fetch(`${url}/api/echo`, { method: "POST", body, headers: { "x-asked": "by a client" } });
    expect(answer.status).toBe(201);
    expect(await answer.text()).toBe(body);
    expect(answer.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
    expect(answer.headers.get("x-asked")).toBe("by the front");
  });

  test("sends a stream as it comes, and tells the route when the reader leaves", async () => {
    const leaving = new AbortController();
    const answer = await fetch(`${url}/api/feed`, { signal: leaving.signal });
    const first = await answer.body?.getReader().read();
    expect(new TextDecoder().decode(first?.value)).toBe("data: 1\n\n");
    expect(left?.aborted).toBe(false);
    leaving.abort();
    await vi.waitFor(() => expect(left?.aborted).toBe(true));
  });
});
