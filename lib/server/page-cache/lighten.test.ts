import { expect, test } from "vitest";
import { isWholeRunbook, lighten } from "./lighten";

const scripts = { entry: "/reader/es.js", preload: [] };
const html = (body: string, head = "") => `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;
const client = '<script type="module" src="/reader/es.js" fetchpriority="low"></script>';

test("what a reader sees stays, data for the small client too", () => {
  const text =
    '<p data-props="{&quot;a&quot;:&quot;<script>&quot;}">$&amp; $1</p><script type="application/json">{"a":1}</script>';
  const lighter = lighten(html(`${text}<script nonce="">self.__next_f.push([1,"</p>"])</script>`), scripts);
  expect(lighter).toBe(html(text + client));
});

test("styles and fonts stay, scripts that are fetched ahead go", () => {
  const kept =
    '<link rel="stylesheet" href="/_next/static/a.css"/><link rel="preload" as="font" href="/_next/static/a.woff2"/>';
  const gone = '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/>';
  expect(lighten(html("", kept + gone), scripts)).toBe(html(client, kept));
});

test("a page with parts that come late is none to keep", () => {
  expect(lighten(html('<template id="B:0"></template><div hidden id="S:0">tarde</div>'), scripts)).toBeNull();
});

test("a page says itself that it is a whole runbook", () => {
  expect(isWholeRunbook(html("", '<meta name="bitacora-page" content="0a1b"/>'))).toBe(true);
  expect(isWholeRunbook(html('<code>&lt;meta name="bitacora-page" content="x"&gt;</code>'))).toBe(false);
});
