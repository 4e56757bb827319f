import { randomUUID } from "node:crypto";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { startEmbedded } from "@/lib/db/embedded";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import { httpBrowser } from "./http-browser";
import { oidcProvider } from "./oidc-provider";
import { makePeopleOn } from "./portal-people";
import { contentCopy, spawnPortal, temporaryFolder, untilReady } from "./portal-process";

const client = { id: "bitacora", secret: "the client's secret" };
const guide = "preventia-news/errores-tecnicos";
const error = "asyncpg.exceptions.InvalidPasswordError";
/** What may be waited for: what asks the database gives it two seconds, and the machine may be busy. Milliseconds. */
const patience = 8_000;
/** 5,000 lines, one of which tells something. */
const log = Array.from({ length: 5_000 }, (_, at) =>
  at === 2_500
    ? '2026-11-22T03:44:10Z ERROR could not extend file "base/16384/2619": No space left on device'
    : `2026-11-22T03:44:0${at % 10}Z INFO job ${at} took ${at % 97}ms`,
).join("\n");

/** A portal with a database and an identity provider of its own, somebody who came in through it, and both of them gone. */
async function outage(READ_ACCESS: string) {
  const { dir, remove } = await temporaryFolder("bitacora-away-");
  onTestFinished(remove);
  const postgres = { dir: path.join(dir, "postgres"), maxConnections: 60 };
  const database = await startEmbedded(postgres);
  let { stop } = database;
  onTestFinished(() => stop());
  const provider = await oidcProvider(client);
  const env = {
    READ_ACCESS,
    DATABASE_URL: database.url,
    CONTENT_DIR: await contentCopy(dir),
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: client.id,
    OIDC_CLIENT_SECRET: client.secret,
    OIDC_DEFAULT_ROLE: "responder",
  };
  const portal = await untilReady(await spawnPortal({ dataDir: path.join(dir, "data"), env }));
  onTestFinished(() => portal.kill());
  const { editor } = await makePeopleOn(database.url);
  provider.state.who = { sub: "luz", email: "luz@example.org", email_verified: true, name: "Luz" };
  const reader = httpBrowser(portal.url);
  const back = (await fetch(await reader.toProvider(), { redirect: "manual" })).headers.get("location") ?? "";
  await reader.ask(back);
  expect(await reader.whoami()).toMatchObject({ name: "Luz", role: "responder" });

  await provider.close();
  await stop();
  const readiness = async () => (await fetch(`${portal.url}/readyz`)).status;
  await expect.poll(readiness, { timeout: 20_000 }).toBe(503);
  return {
    url: portal.url,
    reader,
    editor,
    async restore() {
      ({ stop } = await startEmbedded({ ...postgres, port: Number(new URL(database.url).port) }));
      await expect.poll(readiness, { timeout: 60_000 }).toBe(200);
    },
  };
}

type Asker = ReturnType<typeof httpBrowser>["ask"];
type Found = {
  results: { path: string; anchor: string; service: string; kind: string; heading: string; snippet: string }[];
  instead: { checklists: unknown[]; services: string[] } | null;
};

/** Asks as somebody who waits no longer than they must. */
function impatient(ask: Asker): Asker {
  return async (address, init = {}) => {
    const began = performance.now();
    const answer = await ask(address, init);
    expect(performance.now() - began, address).toBeLessThan(patience);
    return answer;
  };
}
const json = async <T>(answer: Promise<Response>, status = 200): Promise<T> => {
  const got = await answer;
  expect(got.status, got.url).toBe(status);
  return got.json() as Promise<T>;
};
const post = (ask: Asker, address: string, body: unknown) =>
  ask(address, {
    method: "POST",
    headers: { "content-type": "application/json", "sec-fetch-site": "same-origin" },
    body: JSON.stringify(body),
  });

describe.each(["public", "members"])(
  "with PostgreSQL and the identity provider gone, and runbooks for: %s",
  (access) => {
    test("everything that finds and shows runbooks goes on, and what was counted is counted later", {
      timeout: 240_000,
    }, async () => {
      const { url, reader, editor, restore } = await outage(access);
      const stranger = httpBrowser(url).ask;
      const readers = access === "public" ? [stranger, reader.ask] : [reader.ask];
      for (const ask of readers.map(impatient)) {
        await readsRunbooks(ask);
        await findsByApi(ask);
        await findsOnPages(ask);
        await takesAlong(ask);
        expect(await json(count(ask), 202)).toEqual({ counted: false, waiting: true });
      }
      await actsAsMember(impatient(reader.ask));
      if (access === "members") {
        const turnedAway = await stranger(`/runbooks/${guide}`);
        expect([turnedAway.status, turnedAway.headers.get("location")]).toEqual([
          307,
          expect.stringContaining("/sign-in"),
        ]);
        for (const address of [`/api/v1/search?q=${error}`, "/api/v1/search-index"])
          expect((await stranger(address)).status).toBe(401);
      }

      await restore();
      const counts = async () => {
        const answer = await fetch(`${url}/api/v1/search/counts`, {
          headers: { authorization: `Bearer ${editor.token}` },
        });
        const { days } = (await answer.json()) as { days: { searched: number; opened: number }[] };
        return [days.at(-1)?.searched, days.at(-1)?.opened];
      };
      await expect.poll(counts, { timeout: 30_000 }).toEqual([readers.length, readers.length]);
    });
  },
);

const count = (ask: Asker) =>
  post(ask, "/api/v1/search/counts", {
    id: randomUUID(),
    q: "contraseña de la base",
    results: 3,
    opened: { runbook: guide, rank: 1 },
  });

/** Runbook pages in both languages: whole, the same again as 304; their lists. */
async function readsRunbooks(ask: Asker) {
  for (const locale of ["es", "en"]) {
    const headers = { "accept-language": locale };
    const page = await ask(`/runbooks/${guide}`, { headers });
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).toContain(`<html lang="${locale}"`);
    expect(html).toContain("InvalidPasswordError");
    expect(html).toContain('<meta name="bitacora-page"');
    const etag = page.headers.get("etag") ?? "";
    expect(etag).toMatch(/^W\/"/);
    const again = await ask(`/runbooks/${guide}`, { headers: { ...headers, "if-none-match": etag } });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  }
  expect(await (await ask("/runbooks")).text()).toContain(`/runbooks/${guide}`);
  const service = await (await ask("/runbooks/preventia-news")).text();
  expect(service).toContain(`/runbooks/${guide}`);
  const client = /src="(\/reader\/[^"]+\.js)"/.exec(await (await ask(`/runbooks/${guide}`)).text())?.[1] ?? "";
  expect((await ask(client)).headers.get("content-type")).toContain("javascript");
}

/** The search of the page, the palette and the declare form, with filters, in the other language, a log, and where nothing answers. */
async function findsByApi(ask: Asker) {
  const find = (q: string, limit = 24) =>
    json<Found>(ask(`/api/v1/search?${new URLSearchParams({ q, limit: String(limit) })}`));
  const [best] = (await find(error)).results;
  expect(best).toMatchObject({ path: guide });
  expect(best?.snippet).toContain("InvalidPasswordError");
  const narrowed = await find("redis service:whatsapp", 8);
  expect(narrowed.results.length).toBeGreaterThan(0);
  expect(new Set(narrowed.results.map(({ service }) => service))).toEqual(new Set(["whatsapp-chatbot"]));
  const suggested = (await find("api no responde")).results.filter(({ kind }) => kind === "procedure");
  expect(suggested[0]?.heading).toMatch(/API No Responde/i);
  expect((await find("virtual concierge")).results[0]?.service).toBe("agente-hotelero-api"); // a word of the content's glossary
  const { results, instead } = await find("qwzxqwzx service:agente-hotelero-api");
  expect(results).toEqual([]);
  expect(instead?.services).toEqual(["agente-hotelero-api"]);
  expect(instead?.checklists.length).toBeGreaterThan(0);

  type Read = Found & { lines: { line: number; speaksFor: { result: number; kind: string }[] }[] };
  const read = await json<Read>(post(ask, "/api/v1/search/log", { text: log }));
  expect(read.results[0]).toMatchObject({ path: "preventia-news/base-de-datos", anchor: "disk-space-full" });
  expect(read.lines[0]).toMatchObject({ line: 2_501 });
  expect(read.lines[0]?.speaksFor[0]).toMatchObject({ result: 0, kind: "signature" });
}

/** Home, search page and glossary, in both languages; a log that was sent by a form. */
async function findsOnPages(ask: Asker) {
  for (const [locale, words] of [["es", es] as const, ["en", en] as const]) {
    const page = async (address: string, init: RequestInit = {}) => {
      const answer = await ask(address, { ...init, headers: { "accept-language": locale } });
      expect(answer.status, address).toBe(200);
      return answer.text();
    };
    const home = await page("/");
    expect(home).toContain(words.readingTools.search.placeholder);
    expect(home).toContain('href="/runbooks/preventia-news"');
    const results = await page(`/search?q=${error}`);
    expect(results).toContain(`/runbooks/${guide}#`);
    expect(results).toContain("<mark");
    expect(await page("/search?q=qwzxqwzx")).toContain(words.finding.none);
    const pasted = await page("/search", { method: "POST", body: new URLSearchParams({ q: log }) });
    expect(pasted).toContain('id="log-line-2501"');
    expect(pasted).toContain("/runbooks/preventia-news/base-de-datos#disk-space-full");
    const glossary = await page("/glossary");
    expect(glossary).toContain(words.glossary.title);
    expect(glossary).toContain("virtual concierge");
  }
}

/** What the service worker fetches and keeps: itself, the index, the page of this device, what is a reader's own of a page. */
async function takesAlong(ask: Asker) {
  expect((await ask("/sw.js")).headers.get("content-type")).toContain("javascript");
  const packed = await ask("/api/v1/search-index");
  const { runbooks } = (await packed.json()) as { runbooks: { path: string; sections: unknown[] }[] };
  expect(runbooks.find(({ path: at }) => at === guide)?.sections.length).toBeGreaterThan(5);
  const headers = { "if-none-match": packed.headers.get("etag") ?? "" };
  expect((await ask("/api/v1/search-index", { headers })).status).toBe(304);
  expect((await ask("/offline")).status).toBe(200);
  expect(await json(ask(`/api/v1/page-parts?runbook=${guide}`))).toMatchObject({ canEdit: false });
}

/** What needs the database says so, and does not keep anybody waiting. */
async function actsAsMember(ask: Asker) {
  expect(await json(ask(`/api/v1/page-parts?runbook=${guide}`))).toMatchObject({ viewer: { name: "Luz" } });
  expect(await (await ask("/", { headers: { "accept-language": "en" } })).text()).toContain(en.reading.burning.unknown);
  const declare = await ask("/incidents/new", { headers: { "accept-language": "en" } });
  expect(declare.status).toBe(200);
  const form = await declare.text();
  expect(form).toContain(en.incidents.declare.title);
  expect(form).toContain("<option>preventia-news</option>");
  const incidents = await ask("/api/v1/incident-search?limit=4&q=redis");
  expect(incidents.status).toBe(503);
  expect(await incidents.json()).toMatchObject({ code: "database_unavailable" });
}
