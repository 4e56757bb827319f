import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { bearer, declareIncident, signIn } from "./people";
import { watchShifts } from "./shifts";

/** The sum of what moved since the page began, once it is alive and its fonts had their chance. */
async function shifted(page: Page, path: string): Promise<Window["shifts"]> {
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toBeAttached();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  // Two frames after it is quiet, so that what the last script changed has been laid out.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
  );
  return page.evaluate(() => window.shifts);
}

for (const path of [
  "/",
  "/search",
  "/search?q=could%20not%20connect%20to%20server%3A%20Connection%20refused",
  "/runbooks/agente-hotelero-api/emergencias",
]) {
  test(`nothing moves on ${path}`, async ({ page }) => {
    await watchShifts(page);
    // A font that comes within the tenth of a second that `optional` gives it moves labels of the head by a pixel: 0.002.
    expect((await shifted(page, path)).filter(({ value }) => value >= 0.005)).toEqual([]);
  });
}

test("next to nothing moves on the page of an incident", async ({ page, request }) => {
  const key = await declareIncident(request, "La API no responde");
  // More than a screen shows, so that the end of it is what is seen.
  const night = Array.from({ length: 40 }, (_, at) => `entrada ${at}`);
  for (const body of [...night, "reinicié db-2", "con **más** de una línea\n\nde `texto`"]) {
    const answer = await request.post(`/api/v1/incidents/${key}/timeline`, {
      headers: bearer("responder"),
      data: { body },
    });
    expect(answer.status()).toBe(201);
  }
  await signIn(page, "responder");
  await watchShifts(page);
  const shifts = await shifted(page, `/incidents/${key}`);
  // The rows of a timeline are as high as estimated until the browser has measured them. A good page is below 0.1 (Core Web Vitals).
  expect(shifts.reduce((sum, { value }) => sum + value, 0)).toBeLessThan(0.02);
});

type Began = { paint: number; scripts: number[] };
/** When a page was painted first, and when it asked for each of its scripts: ms after it was asked for itself. */
const beginnings = (page: Page): Promise<Began> =>
  page.evaluate(() => ({
    paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.POSITIVE_INFINITY,
    scripts: performance
      .getEntriesByType("resource")
      .filter(({ name }) => name.includes("/_next/static/") && name.endsWith(".js"))
      .map(({ startTime }) => startTime),
  }));

test("a page asks for its scripts once it is painted", async ({ page }) => {
  await page.goto("/search");
  const { paint, scripts } = await beginnings(page);
  expect(scripts.length).toBeGreaterThan(5);
  expect(Math.min(...scripts)).toBeGreaterThanOrEqual(paint);
});

/** A browser that says that it tells of paints, and never does. */
const neverTold = () => {
  window.PerformanceObserver = class {
    static readonly supportedEntryTypes = ["paint"];
    observe() {}
  } as unknown as typeof PerformanceObserver;
};

test("a page whose paint nobody tells of waits for it for 3 s", async ({ page }) => {
  await page.addInitScript(neverTold);
  await page.goto("/search");
  await expect.poll(async () => (await beginnings(page)).scripts.length).toBeGreaterThan(5);
  expect(Math.min(...(await beginnings(page)).scripts)).toBeGreaterThanOrEqual(3_000);
});

test("a page that nobody sees waits for no paint", async ({ page }) => {
  await page.addInitScript(neverTold);
  await page.addInitScript(() => Object.defineProperty(document, "visibilityState", { value: "hidden" }));
  await page.goto("/search");
  const { scripts } = await beginnings(page);
  expect(scripts.length).toBeGreaterThan(5);
  expect(Math.min(...scripts)).toBeLessThan(3_000);
});

test("a page brings along only what it shows", async ({ page }) => {
  const loaded: { path: string; bytes: number; text: string }[] = [];
  page.on("response", async (response) => {
    const path = new URL(response.url()).pathname;
    if (!/\.(js|woff2)$/.test(path)) return;
    const body = await response.body().catch(() => null);
    if (body) loaded.push({ path, bytes: body.length, text: path.endsWith(".js") ? body.toString("utf8") : "" });
  });
  await page.goto("/search");
  await page.waitForLoadState("networkidle");
  const fonts = loaded.filter(({ path }) => path.endsWith(".woff2"));
  expect(fonts.length, "the letters of Spanish and English, in text and in code").toBeLessThanOrEqual(2);
  expect(fonts.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(60_000);
  const scripts = loaded.filter(({ path }) => path.endsWith(".js"));
  expect(scripts.length).toBeGreaterThan(3);
  // Bytes as they are, before compression: 880 kB were the messages of the whole portal, in both languages.
  expect(scripts.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(750_000);
  expect(scripts.filter(({ text }) => text.includes("ZodError")).map(({ path }) => path)).toEqual([]);
});

test("scripts say that they are to be compiled while they come", async ({ page }) => {
  const begin = new Map<string, string>();
  page.on("response", async (response) => {
    const { pathname } = new URL(response.url());
    if (!pathname.endsWith(".js") || pathname === "/sw.js") return;
    const body = await response.body().catch(() => null);
    if (body && body.length < 240_000) begin.set(pathname, body.toString("utf8").split("\n")[0] ?? "");
  });
  for (const at of ["/search", "/runbooks/agente-hotelero-api/emergencias"]) {
    begin.clear();
    await page.goto(at);
    await page.waitForLoadState("networkidle");
    expect(begin.size).toBeGreaterThan(1);
    const without = [...begin].filter(([, first]) => first !== "//# allFunctionsCalledOnLoad");
    expect(without, at).toEqual([]);
  }
});

test("a runbook's page is at most 130 kB, and its style comes with its text", async ({ page }) => {
  await page.goto("/runbooks/agente-hotelero-api/emergencias");
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForLoadState("networkidle");
  const loaded = await page.evaluate(() =>
    [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")].map((entry) => ({
      path: new URL(entry.name).pathname,
      bytes: (entry as PerformanceResourceTiming).encodedBodySize,
    })),
  );
  expect(loaded.filter(({ path }) => path.endsWith(".css"))).toEqual([]);
  const bytes = loaded.reduce((sum, one) => sum + one.bytes, 0);
  expect(bytes).toBeGreaterThan(40_000); // the client at least
  expect(bytes).toBeLessThan(130_000);
});

test("nothing of the portal's style that a runbook's page can use is missing from it", async ({ page }) => {
  await page.goto("/runbooks/agente-hotelero-api/emergencias");
  await expect(async () => {
    await page.keyboard.press("ControlOrMeta+k");
    await expect(page.getByRole("dialog")).toBeVisible({ timeout: 500 });
  }).toPass();
  const { known, missing } = await page.evaluate(async () => {
    const styleRules = (rules: CSSRuleList): CSSStyleRule[] =>
      [...rules].flatMap((rule) => {
        if (rule instanceof CSSStyleRule) return [rule];
        return rule instanceof CSSGroupingRule ? styleRules(rule.cssRules) : [];
      });
    const selectors = (sheet: CSSStyleSheet) => styleRules(sheet.cssRules).map(({ selectorText }) => selectorText);
    const states =
      /::?(hover|focus-visible|focus-within|focus|active|before|after|placeholder|backdrop|marker|selection)\b/g;
    const matches = (selector: string) => {
      try {
        return document.querySelector(selector.replace(states, "")) !== null;
      } catch {
        return false; // what is left of it is no selector
      }
    };
    const other = await (await fetch("/search")).text();
    const whole = new CSSStyleSheet();
    whole.replaceSync(await (await fetch(/"(\/_next\/static\/[^"]+\.css)"/.exec(other)?.[1] ?? "")).text());
    const own = new Set([...document.styleSheets].flatMap(selectors));
    const wanted = selectors(whole).filter(matches);
    return { known: wanted.length, missing: wanted.filter((selector) => !own.has(selector)) };
  });
  expect(known).toBeGreaterThan(100);
  expect(missing).toEqual([]);
});
