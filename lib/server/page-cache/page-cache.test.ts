import { createServer, get, type IncomingHttpHeaders, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { isCaptured } from "@/lib/http/capture";
import { captureOf } from "./capture";
import { members } from "./members";
import { type PageCacheOptions, pageCache } from "./page-cache";

const scripts = {
  es: { entry: "/reader/es-1.js", preload: ["/reader/parts-1.js"] },
  en: { entry: "/reader/en-1.js", preload: [] },
};
const page = "/runbooks/api/redis";

type Got = { status: number; headers: IncomingHttpHeaders; body: Buffer; text: string };

function ask(url: string, headers: Record<string, string> = {}, method = "GET"): Promise<Got> {
  return new Promise((resolve, reject) => {
    get(url, { headers, method }, (answer) => {
      const chunks: Buffer[] = [];
      answer
        .on("data", (chunk: Buffer) => chunks.push(chunk))
        .once("end", () => {
          const body = Buffer.concat(chunks);
          const encoding = answer.headers["content-encoding"];
          const bytes =
            body.length === 0
              ? body
              : encoding === "br"
                ? brotliDecompressSync(body)
                : encoding === "gzip"
                  ? gunzipSync(body)
                  : body;
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body, text: bytes.toString() });
        });
    }).once("error", reject);
  });
}

/** A portal whose page of one runbook says `says()`; what comes from it past the memory says "from Next". */
async function portal(options: Partial<PageCacheOptions> & { says?: () => string } = {}) {
  const { says = () => "Reinicia Redis", ...rest } = options;
  const library = { version: 1, published: true };
  const asked: string[] = [];
  const next = async (request: Parameters<RequestListener>[0], response: Parameters<RequestListener>[1]) => {
    const { cookie = "", "accept-language": language = "" } = request.headers;
    if (!isCaptured()) return void response.end("from Next");
    asked.push(`${request.url} ${language} ${cookie}`);
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(
      `<!DOCTYPE html><html lang="${language}"><head><meta name="bitacora-page" content="b1"><link rel="stylesheet" href="/_next/static/a.css"><link rel="preload" as="script" href="/_next/static/a.js"></head><body><h1>${says()}</h1>${"<p>y así</p>".repeat(300)}<script src="/_next/static/a.js" async=""></script><script>self.__next_f.push([1,"x"])</script></body></html>`,
    );
  };
  const answer = pageCache({
    capture: captureOf(next),
    freshness: { version: () => library.version, look: async () => {}, isPublished: async () => library.published },
    scripts,
    styles: async (html) => html,
    members: null,
    headers: { "Content-Security-Policy": "script-src 'self'", "X-Frame-Options": "DENY" },
    count: () => {},
    ...rest,
  });
  const server = createServer((request, response) => {
    const otherwise = () => void next(request, response);
    if (!answer(request, response, otherwise)) otherwise();
  });
  onTestFinished(() => {
    server.close().closeAllConnections();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, library, asked };
}

describe("a runbook's page", () => {
  test("is made once, without Next's scripts and with the small client, and then comes from memory", async () => {
    const count = vi.fn();
    const { url, asked } = await portal({ count });
    const all = await Promise.all([1, 2, 3].map(() => ask(url + page, { "accept-encoding": "br" })));
    const again = await ask(url + page, { "accept-encoding": "gzip, br;q=0" });
    expect(asked).toEqual([`${page} es bitacora-locale=es`]);
    for (const { text, headers } of [...all, again]) {
      expect(text).toContain("<h1>Reinicia Redis</h1>");
      expect(text).toContain('<link rel="stylesheet" href="/_next/static/a.css">');
      expect(text).not.toMatch(/a\.js|__next_f/);
      expect(text).toContain(
        '<link rel="modulepreload" href="/reader/parts-1.js" fetchpriority="low"><script type="module" src="/reader/es-1.js" fetchpriority="low"></script></body>',
      );
      expect(headers).toMatchObject({
        "content-security-policy": "script-src 'self'",
        "x-frame-options": "DENY",
        "cache-control": "private, no-cache",
        "content-type": "text/html; charset=utf-8",
      });
      expect(headers.vary).toMatch(/Accept-Encoding.*Accept-Language.*Cookie/);
    }
    expect(again.headers["content-encoding"]).toBe("gzip");
    expect(count.mock.calls).toHaveLength(4);
    expect([count.mock.calls[0], count.mock.calls[3]]).toEqual([["rendered"], ["memory"]]);
  });

  test("is not sent again to whoever has it, in any encoding, and HEAD gets its headers alone", async () => {
    const { url } = await portal();
    const { headers } = await ask(url + page, { "accept-encoding": "br" });
    const known = { "if-none-match": `"other", ${headers.etag}` };
    for (const encoding of ["br", "gzip", "identity"]) {
      const { status, body, headers } = await ask(url + page, { "accept-encoding": encoding, ...known });
      expect([status, body.length]).toEqual([304, 0]);
      expect(headers["cache-control"]).toBe("private, no-cache");
    }
    const head = await ask(url + page, { "accept-encoding": "br" }, "HEAD");
    expect([head.status, head.body.length]).toEqual([200, 0]);
    expect(Number(head.headers["content-length"])).toBeGreaterThan(100);
    expect((await ask(url + page)).text).toContain("Reinicia Redis");
  });

  test("is kept per language and theme, chosen as the pages choose them", async () => {
    const { url, asked } = await portal();
    await ask(url + page, { "accept-language": "en-GB,en;q=0.8" });
    await ask(url + page, { "accept-language": "en-GB", cookie: "a=b; bitacora-locale=es; bitacora-theme=dark" });
    await ask(url + page, { "accept-language": "de", cookie: "bitacora-theme=purple" });
    await ask(url + page, { "accept-language": "en-US" });
    expect(asked).toEqual([
      `${page} en bitacora-locale=en`,
      `${page} es bitacora-locale=es; bitacora-theme=dark`,
      `${page} es bitacora-locale=es`,
    ]);
  });

  test("is made anew when the library changed, and on the next day", async () => {
    const clock = { now: Date.UTC(2026, 10, 22, 23, 59, 59) };
    let text = "uno";
    const { url, library } = await portal({ says: () => text, now: () => clock.now });
    const first = await ask(url + page);
    text = "dos";
    expect((await ask(url + page)).text).toContain("uno");
    library.version += 1;
    const second = await ask(url + page);
    expect(second.text).toContain("dos");
    expect(second.headers.etag).not.toBe(first.headers.etag);
    text = "tres";
    clock.now += 1_000;
    expect((await ask(url + page)).text).toContain("tres");
  });

  test("keeps its name when a change of the library was none of its own", async () => {
    const { url, library, asked } = await portal();
    const { headers } = await ask(url + page);
    library.version += 1;
    expect((await ask(url + page, { "if-none-match": String(headers.etag) })).status).toBe(304);
    expect(asked).toHaveLength(2);
  });

  test("after a pause waits for a look at the disk", async () => {
    const clock = { now: Date.UTC(2026, 10, 22, 12) };
    let text = "uno";
    const freshness = { version: 1 };
    const look = vi.fn(async () => {
      if (text === "dos") freshness.version = 2;
    });
    const { url } = await portal({
      says: () => text,
      now: () => clock.now,
      freshness: { version: () => freshness.version, look, isPublished: async () => true },
    });
    await ask(url + page);
    text = "dos";
    clock.now += 60_000;
    expect((await ask(url + page)).text).toContain("dos");
    expect(look).toHaveBeenCalledTimes(2);
  });
});

describe("Next answers", () => {
  test.each([
    ["a query", `${page}?a=1`, {}, "GET"],
    ["what Next's own client asks for", page, { rsc: "1" }, "GET"],
    ["a write", page, {}, "POST"],
    ["other pages", "/runbooks/api", {}, "GET"],
    ["what lies below a runbook", `${page}/history`, {}, "GET"],
  ])("%s", async (_, path, headers, method) => {
    const { url, asked } = await portal();
    expect((await ask(url + path, headers, method)).text).toBe("from Next");
    expect(asked).toEqual([]);
  });

  test("for a runbook that is not published, without being asked twice", async () => {
    const { url, library, asked } = await portal();
    library.published = false;
    expect((await ask(url + page)).text).toBe("from Next");
    expect(asked).toEqual([]);
  });

  test("when a page cannot be made for keeping", async () => {
    const { url } = await portal({ capture: () => Promise.reject(new Error("nothing works")) });
    expect((await ask(url + page)).text).toBe("from Next");
  });
});

describe("where only members read", () => {
  const session = (who: string) => ({ cookie: `next-auth.session-token=${who}` });

  test("whoever is signed in gets the page, named for them; all others get what Next answers", async () => {
    const { url, asked } = await portal({
      members: members(async (request) => ({
        id: /token=(ana|eva)$/.exec(request.headers.get("cookie") ?? "")?.[1] ?? null,
      })),
    });
    for (const who of ["ana", "eva", "ana"]) {
      const { text, headers } = await ask(url + page, session(who));
      expect(text).toContain("Reinicia Redis");
      expect(headers["bitacora-reader"]).toBe(who);
    }
    expect(asked).toHaveLength(1);
    for (const headers of [{}, session("nadie"), { cookie: "bitacora-theme=dark" }]) {
      expect((await ask(url + page, headers as Record<string, string>)).text).toBe("from Next");
    }
  });

  test("a session is asked about once in two seconds, and one that ended is turned away then", async () => {
    const clock = { now: Date.UTC(2026, 10, 22, 12) };
    let reader: string | null = "ana";
    const actorOf = vi.fn(async () => ({ id: reader }));
    const { url } = await portal({ members: members(actorOf, () => clock.now), now: () => clock.now });
    await ask(url + page, session("x"));
    reader = null;
    clock.now += 1_999;
    expect((await ask(url + page, session("x"))).text).toContain("Reinicia Redis");
    expect(actorOf).toHaveBeenCalledTimes(1);
    clock.now += 1;
    expect((await ask(url + page, session("x"))).text).toBe("from Next");
  });
});
