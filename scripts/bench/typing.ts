import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "@playwright/test";
import { build } from "esbuild";
import { launchBrowser, signedIn } from "./signed-in";
import { longText, typedRunbook } from "./typing-text";
import { type BenchWorld, milliseconds, percentile, ratio } from "./world";

/** Characters that are typed, ms between two of them, and how many come first to warm everything up. */
const typed = { counted: 200, gap: 60, before: 20 };
const middle = "Texto de paso-7-4.";
const words = "el nodo responde otra vez y la cola baja ";

type Typing = { p50: number; p99: number; longest: number };

/** Typing in the middle of a runbook of 3,000 lines, with page and problems behind it, beside a bare CodeMirror. */
export async function typing({ url, editor }: BenchWorld): Promise<void> {
  const browser = await launchBrowser();
  try {
    const bare = await measureBare(browser);
    const page = await openEditor(browser, url, editor);
    const portal = await measure(page);
    const behind = await caughtUp(page);
    console.table({
      "bare CodeMirror": shown(bare),
      editor: shown(portal),
      ratio: { p50: ratio(portal.p50, bare.p50), p99: ratio(portal.p99, bare.p99), longest: "" },
    });
    console.table({
      "page shows the last key after": milliseconds(behind.page),
      "a new problem is marked after": milliseconds(behind.problem),
    });
  } finally {
    await browser.close();
  }
}

const shown = ({ p50, p99, longest }: Typing) => ({
  p50: milliseconds(p50),
  p99: milliseconds(p99),
  longest: milliseconds(longest),
});

async function openEditor(browser: Browser, url: string, person: BenchWorld["editor"]): Promise<Page> {
  const page = await (await signedIn(browser, url, person)).newPage();
  await page.goto(`/runbooks/${typedRunbook}/edit`);
  await page.locator(".cm-content").waitFor();
  // The first page that is made of it is there.
  await page.locator(".prose.runbook").waitFor({ timeout: 60_000 });
  await page.locator(".cm-content").focus();
  await page.keyboard.press("Control+f");
  await page.keyboard.type(middle);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await page.keyboard.press("End");
  return page;
}

// As text: what the compiler adds to functions does not exist in the browser.
const watch = `{
  window.took = [];
  window.longest = 0;
  addEventListener("keydown", ({ timeStamp }) => {
    requestAnimationFrame(() => setTimeout(() => window.took.push(performance.now() - timeStamp)));
  }, { capture: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
  }).observe({ type: "longtask" });
}; undefined`;

/** Milliseconds from a key to the paint after it, and the longest task in between (0 where none took 50 ms). */
async function measure(page: Page): Promise<Typing> {
  await page.keyboard.type(words.repeat(5).slice(0, typed.before), { delay: typed.gap });
  await page.evaluate(watch);
  await page.keyboard.type(words.repeat(9).slice(0, typed.counted), { delay: typed.gap });
  await page.waitForTimeout(typed.gap);
  const took = await page.evaluate<number[]>("window.took");
  const longest = await page.evaluate<number>("window.longest");
  return { p50: percentile(took, 0.5), p99: percentile(took, 0.99), longest };
}

/** Milliseconds from the last key until the page shows it, and until the problem that it makes is marked. */
async function caughtUp(page: Page): Promise<{ page: number; problem: number }> {
  await page.keyboard.type(" casi", { delay: typed.gap });
  const began = performance.now();
  await page.keyboard.type("listo");
  await page.locator(".prose.runbook").getByText("casilisto").waitFor({ timeout: 60_000 });
  const shownAfter = performance.now() - began;
  const again = performance.now();
  await page.keyboard.insertText(" {x}");
  await page.locator(".cm-lintRange-error").first().waitFor({ timeout: 60_000 });
  return { page: shownAfter, problem: performance.now() - again };
}

async function measureBare(browser: Browser): Promise<Typing> {
  const server = await barePage();
  try {
    const page = await browser.newPage({ baseURL: server.url, viewport: { width: 640, height: 600 } });
    await page.goto("/");
    await page.locator(".cm-content").focus();
    return await measure(page);
  } finally {
    server.close();
  }
}

/** CodeMirror with the same text, its cursor in the middle of it, and nothing else. */
async function barePage(): Promise<{ url: string; close: () => void }> {
  const contents = `import { EditorView } from "@codemirror/view";
const doc = ${JSON.stringify(longText())};
const anchor = doc.indexOf(${JSON.stringify(middle)}) + ${middle.length};
const view = new EditorView({ doc, parent: document.body, extensions: [EditorView.lineWrapping, EditorView.theme({ "&": { height: "580px" } })] });
view.dispatch({ selection: { anchor }, scrollIntoView: true });`;
  const stdin = { contents, resolveDir: process.cwd(), loader: "js" as const };
  const { outputFiles } = await build({ stdin, bundle: true, minify: true, write: false, format: "iife" });
  const script = outputFiles[0]?.text ?? "";
  const html = "<!doctype html><meta charset=utf-8><title>bare</title><body><script src=/bare.js></script>";
  const server = createServer(({ url }, response) => {
    const isScript = url === "/bare.js";
    response.writeHead(200, { "content-type": isScript ? "text/javascript; charset=utf-8" : "text/html" });
    response.end(isScript ? script : html);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}
