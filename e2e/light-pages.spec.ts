import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { bearer, declareIncident, signIn } from "./people";

declare global {
  interface Window {
    shifts: { value: number; parts: string[] }[];
  }
}

/** Keeps every shift of the layout that no touch or key of the reader explains (Layout Instability, 2.1). */
const watchShifts = (page: Page) =>
  page.addInitScript(`
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries()) {
        if (!hadRecentInput) window.shifts.push({ value, parts: sources.map(({ node }) => node?.outerHTML?.slice(0, 120)) });
      }
    }).observe({ type: "layout-shift", buffered: true });
  `);

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
    expect(await shifted(page, path)).toEqual([]);
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
