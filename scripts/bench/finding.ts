import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import type { Browser } from "@playwright/test";
import { type KeyToPaint, keyToPaint } from "./key-to-paint";
import { launchBrowser, signedIn } from "./signed-in";
import { type BenchPart, type BenchWorld, milliseconds, ratio } from "./world";

/** What is asked for in the issue, in ms. */
const wanted = 100;

/** From a key to the paint of its results, on the search page and in the palette, beside a bare field and a bare server. */
export const finding: BenchPart = async ({ url, responder }) => {
  const browser = await launchBrowser();
  try {
    const bare = await bareField(browser, url);
    const page = await searchPage(browser, url, responder);
    const palette = await inPalette(browser, url, responder);
    const row = (one: KeyToPaint) => ({
      p50: milliseconds(one.p50),
      p95: milliseconds(one.p95),
      p99: milliseconds(one.p99),
      "of the bare p95": ratio(one.p95, bare.p95),
      keys: one.keys,
      overtaken: one.overtaken,
    });
    console.log(`  results within ${wanted} ms of a key are asked for; load ${os.loadavg()[0]?.toFixed(1)}`);
    console.table({ "bare field and server": row(bare), "search page": row(page), "Ctrl K": row(palette) });
  } finally {
    await browser.close();
  }
};

/** @param person signed in: more is shown to members, and more is asked for; a reader whom nobody knows when it is left out */
export async function searchPage(browser: Browser, url: string, person?: BenchWorld["responder"]): Promise<KeyToPaint> {
  const context = person ? await signedIn(browser, url, person) : await browser.newContext({ baseURL: url });
  const page = await context.newPage();
  const open = async () => {
    await page.goto("/search");
    await page.locator("textarea:focus").waitFor();
  };
  return keyToPaint(page, open, "page").finally(() => context.close());
}

async function inPalette(browser: Browser, url: string, person: BenchWorld["responder"]): Promise<KeyToPaint> {
  const context = await signedIn(browser, url, person);
  const page = await context.newPage();
  const open = async () => {
    await page.goto("/runbooks");
    const field = page.locator("[cmdk-input]");
    // A page that has just come does not listen yet.
    for (let again = 0; again < 20 && !(await field.isVisible()); again++) {
      await page.keyboard.press("ControlOrMeta+k");
      await field.waitFor({ timeout: 1_000 }).catch(() => undefined);
    }
    await field.focus();
  };
  return keyToPaint(page, open, "palette").finally(() => context.close());
}

/** The least that does the same: a field that asks for each text and lists what comes, and a server that has the answer ready. */
async function bareField(browser: Browser, url: string): Promise<KeyToPaint> {
  const answer = await (await fetch(`${url}/api/v1/search?limit=24&q=connection%20refused`)).text();
  const html = `<!doctype html><meta charset=utf-8><title>bare</title><textarea autofocus></textarea><ul></ul><script>
document.querySelector("textarea").addEventListener("input", async ({ target }) => {
  const text = target.value.trim();
  const answer = await fetch("/api/v1/search?q=" + encodeURIComponent(text));
  const { results } = await answer.json();
  const list = document.querySelector("ul");
  list.dataset.of = text;
  list.replaceChildren(...results.map(({ title, snippet }) => {
    const item = document.createElement("li");
    item.textContent = title + snippet;
    return item;
  }));
});</script>`;
  const server = createServer((request, response) => {
    const isPage = request.url === "/";
    response.writeHead(200, { "content-type": isPage ? "text/html" : "application/json" }).end(isPage ? html : answer);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const open = async () => {
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.locator("textarea").focus();
  };
  return keyToPaint(page, open, "bare").finally(async () => {
    await page.close();
    server.close().closeAllConnections();
  });
}
