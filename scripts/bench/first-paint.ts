import type { Browser } from "@playwright/test";
import { launchBrowser } from "./signed-in";
import { staticCopy } from "./static-copy";
import { type BenchPart, milliseconds, percentile, ratio } from "./world";

// The phone and the slow 4G of Lighthouse, applied by the browser: CPU four times slower, bytes a second, ms there and back.
const phone = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true };
const slow4g = { offline: false, latency: 150, downloadThroughput: 1_638_400 / 8, uploadThroughput: 768_000 / 8 };
const slower = 4;
const visits = 7;

type Visit = { paint: number; bytes: Record<string, number>; asked: string[] };

/** First contentful paint of a runbook's page on a phone: beside the same bytes as files, and without JavaScript. */
export const firstPaint: BenchPart = async ({ url }) => {
  const { runbooks } = (await (await fetch(`${url}/api/v1/runbooks`)).json()) as { runbooks: { path: string }[] };
  if (!runbooks[0]) throw new Error("there is no runbook to measure");
  const at = `/runbooks/${runbooks[0].path}`;
  const browser = await launchBrowser();
  const { asked } = await visit(browser, `${url}${at}`);
  const files = await staticCopy(url, [
    at,
    ...asked.filter((path) => path.startsWith("/_next/") || /^\/\w+\/[\w.-]+\.js$/.test(path)),
  ]);
  try {
    const ways: Record<string, { address: string; javaScript: boolean }> = {
      portal: { address: `${url}${at}`, javaScript: true },
      "the same as files": { address: `${files.url}${at}`, javaScript: true },
      "without JavaScript": { address: `${url}${at}`, javaScript: false },
    };
    const seen: Record<string, Visit[]> = {};
    // In turns, so that neither finds the machine warmer.
    for (let n = 0; n < visits; n++) {
      for (const [name, { address, javaScript }] of Object.entries(ways)) {
        seen[name] = [...(seen[name] ?? []), await visit(browser, address, javaScript)];
      }
    }
    const least = median(seen["the same as files"] ?? []);
    console.log(
      `  ${at}, ${phone.viewport.width} px, CPU ${slower} times slower, 150 ms, 1.6 Mbit/s; medians of ${visits}`,
    );
    console.table(Object.fromEntries(Object.entries(seen).map(([name, all]) => [name, row(all, least)])));
  } finally {
    files.close();
    await browser.close();
  }
};

const median = (all: Visit[]) =>
  percentile(
    all.map(({ paint }) => paint),
    0.5,
  );

function row(all: Visit[], least: number) {
  const { bytes } = all.at(-1) as Visit;
  const kB = (kind: string) => ((bytes[kind] ?? 0) / 1_000).toFixed(1);
  return {
    "first contentful paint": milliseconds(median(all)),
    "of the files'": ratio(median(all), least),
    kB: kB("all"),
    HTML: kB("Document"),
    CSS: kB("Stylesheet"),
    JavaScript: kB("Script"),
    fonts: kB("Font"),
  };
}

/** Opens an address with nothing in the cache, and waits until it is quiet. Bytes as they came, with their headers. */
async function visit(browser: Browser, address: string, javaScriptEnabled = true): Promise<Visit> {
  const context = await browser.newContext({ ...phone, javaScriptEnabled, locale: "es-ES", serviceWorkers: "block" });
  try {
    const page = await context.newPage();
    const protocol = await context.newCDPSession(page);
    await protocol.send("Network.enable");
    await protocol.send("Network.emulateNetworkConditions", slow4g);
    await protocol.send("Emulation.setCPUThrottlingRate", { rate: slower });
    const kinds = new Map<string, string>();
    const bytes: Record<string, number> = {};
    protocol.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
    protocol.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      for (const kind of [kinds.get(requestId) ?? "Other", "all"]) bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
    });
    const asked: string[] = [];
    page.on("request", (request) => {
      const { origin, pathname, search } = new URL(request.url());
      if (request.method() === "GET" && origin === new URL(address).origin) asked.push(`${pathname}${search}`);
    });
    await page.goto(address, { waitUntil: "networkidle" });
    const paint = await protocol.send("Runtime.evaluate", {
      expression: "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN",
    });
    return { paint: Number(paint.result.value), bytes, asked };
  } finally {
    await context.close();
  }
}
