import { expect, test } from "vitest";
import { assetsOf, laterScriptsOf } from "./assets";
import { filesOf } from "./files";
import { headersOfCopy, keptOf } from "./kept";
import { offlinePage } from "./offline-page";
import { searchPage } from "./search-page";

const copy = {
  path: "/runbooks/api/emergencias",
  title: "Emergencias · ñ <1>",
  at: "2026-01-15T03:00:00.000Z",
  build: "b1",
  bytes: 12,
  personal: false,
};
const manners = { locale: "es", theme: "dark", fonts: "" } as const;

test("what is known of a copy is in its headers, with those that keep the page safe and no others", () => {
  const answer = new Headers({ "content-security-policy": "default-src 'self'", "set-cookie": "a=b", vary: "rsc" });
  const headers = headersOfCopy(answer, copy);
  expect(keptOf(copy.path, headers, false)).toEqual(copy);
  expect(headers.get("content-security-policy")).toBe("default-src 'self'");
  expect([...headers.keys()]).not.toEqual(expect.arrayContaining(["vary"]));
});

test("the pictures of a page are those beside runbooks, each once", () => {
  const html =
    '<img alt="" src="/runbook-files/api/a.png"><img src="/runbook-files/api/a.png"><img src="https://x.example/b.png">';
  expect(filesOf(html)).toEqual(["/runbook-files/api/a.png"]);
});

test("the assets of a page are those of its tags and those that Next fetches later", () => {
  const html =
    '<link href="/_next/static/chunks/a-1.css"><script src="/_next/static/chunks/0_~b.js"></script><script>push("[\\"/_next/static/chunks/c.js\\"]")</script>';
  expect(assetsOf(html)).toEqual([
    "/_next/static/chunks/a-1.css",
    "/_next/static/chunks/0_~b.js",
    "/_next/static/chunks/c.js",
  ]);
});

test("the scripts that a script loads later are those that its bundler names in it", () => {
  const script =
    'Promise.all(["static/chunks/1dl27f.js","static/chunks/0_~b.js"].map(t=>e.l(t)));e.l("static/chunks/1dl27f.js")';
  expect(laterScriptsOf(script)).toEqual(["/_next/static/chunks/1dl27f.js", "/_next/static/chunks/0_~b.js"]);
});

test("the page for what is not kept lists what is, as text, and runs nothing", async () => {
  const answer = offlinePage("/runbooks/otra", [copy], manners, ["/a.css"]);
  const html = await answer.text();
  expect(answer.status).toBe(503);
  expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(html).toContain('href="/runbooks/api/emergencias"');
  expect(html).not.toContain("<1>");
  expect(html).not.toContain("<script");
});

test("results say which of them have no copy here", async () => {
  const found = { path: "api/emergencias", service: "api", title: "Emergencias", heading: "Disco", anchor: "disco" };
  const known = { lang: "es", criticality: "critical", reviewed: "2025-06-01", overdueSince: "2025-12-01" } as const;
  const result = { ...found, ...known, kind: "procedure", snippet: "a <b> c", score: 1 } as const;
  const filters = [{ typed: "service:<apo>", values: [], nearest: ["api"] }];
  const page = (paths: string[]) =>
    searchPage(
      "disco",
      { results: [{ ...result, matches: [[2, 5]] }], filters, instead: null },
      new Set(paths),
      manners,
      [],
    ).text();
  expect(await page([])).toContain("sin copia aquí");
  expect(await page([copy.path])).not.toContain("sin copia aquí");
  expect(await page([])).toContain("a <mark>&#60;b&#62;</mark> c");
  expect(await page([])).toContain("Crítico · Español · Revisión vencida desde el 1 dic 2025");
  expect(await page([])).toContain("«service:&#60;apo&#62;» no es ningún valor conocido");
});
