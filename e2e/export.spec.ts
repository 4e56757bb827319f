import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures";
import { pdfPages } from "./pdf-text";
import { signIn } from "./people";
import { wordsOf } from "./words";

const emergencies = "agente-hotelero-api/emergencias";
const words = () => wordsOf(test.info()).exports;

/** A title as a PDF has it: without white space, and without pictures, of which a machine may have no font. */
const printable = (title: string) => title.replace(/\s|\p{Extended_Pictographic}|\uFE0F|\u20E3/gu, "");

/** Takes a binder along from the page of exports. @returns where it lies */
async function download(page: Page, of: string): Promise<string> {
  await page.goto(`/export?of=${encodeURIComponent(of)}`);
  const started = page.waitForEvent("download");
  await page.getByRole("link", { name: wordsOf(test.info()).readingTools.binder.get }).click();
  const file = test.info().outputPath("binder.html");
  await (await started).saveAs(file);
  await expect(page.getByRole("status").filter({ hasText: "MB" })).toBeVisible();
  return file;
}

/** Opens a file as from a USB stick: no network, and nothing asked of one. */
async function openOffline(browser: Browser, file: string, hash = "") {
  const { viewport, locale, userAgent, isMobile, hasTouch, deviceScaleFactor } = test.info().project.use;
  const screen = { viewport, locale, userAgent, isMobile, hasTouch, deviceScaleFactor };
  const context = await browser.newContext({ ...screen, offline: true });
  const page = await context.newPage();
  const asked: string[] = [];
  const said: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(error.message));
  const url = pathToFileURL(file).href;
  await page.goto(url + hash);
  return {
    page,
    close: async () => {
      expect(said, "what the console said").toEqual([]);
      expect(
        asked.filter((address) => !address.startsWith("data:") && address.split("#")[0] !== url),
        "requests",
      ).toEqual([]);
      await context.close();
    },
  };
}

test("a binder is found in, read and moved about with no network and no server", async ({ page, browser }) => {
  test.slow(); // the accessibility of all guides, twice
  const file = await download(page, "");
  const binder = await openOffline(browser, file);
  const there = binder.page;
  const t = words().binder;
  await expect(there.getByRole("heading", { level: 1, name: t.title })).toBeVisible();
  for (const colorScheme of ["light", "dark"] as const) {
    await there.emulateMedia({ colorScheme });
    await expectNoAxeViolations(there);
    expect(await there.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  }

  await there.keyboard.press("/");
  const field = there.getByRole("searchbox", { name: t.search });
  await expect(field).toBeFocused();
  await field.fill("conexion rechazada");
  const results = there.locator("#results").getByRole("link");
  await expect(results.first()).toBeVisible();
  await expectNoAxeViolations(there);
  await field.fill("InvalidPasswordErr");
  await expect(results.first()).toContainText("InvalidPasswordError");
  await field.press("Enter");
  await expect(results).toHaveCount(0);
  const target = there.locator(`[id="${decodeURIComponent(new URL(there.url()).hash.slice(1))}"]`);
  await expect(target).toBeInViewport();
  await expect(target).toBeFocused();

  await there.keyboard.press("/");
  await field.fill("zzqqxx");
  await expect(there.getByRole("status")).toContainText(t.none);
  await field.press("Escape");
  await expect(field).toHaveValue("");
  await expect(target).toBeInViewport();
  await binder.close();
});

test("a permalink of a binder opens at its step, whose command can be copied", async ({ page, browser }) => {
  const file = await download(page, emergencies);
  const binder = await openOffline(browser, file, `#${emergencies}/restart-api`);
  const there = binder.page;
  const step = there.locator(`[id="${emergencies}/restart-api"]`);
  await expect(step).toBeInViewport();
  const button = step.getByRole("button").first();
  await button.click();
  const t = words().binder;
  await expect(button).toHaveText(new RegExp(`${t.copied}|${t.selected}`));

  await there.getByRole("button", { name: t.otherLanguage }).click();
  await expect(there.getByRole("button", { name: t.otherLanguage })).toBeHidden();
  const before = await there.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await there.locator("#theme").click();
  expect(await there.evaluate(() => getComputedStyle(document.body).backgroundColor)).not.toBe(before);
  await binder.close();
});

test("without JavaScript a binder is complete, and offers no search", async ({ page, browser }) => {
  const file = await download(page, emergencies);
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
  const there = await context.newPage();
  await there.goto(pathToFileURL(file).href);
  await expect(there.getByText("docker restart agente-api-prod").first()).toBeVisible();
  await expect(there.locator("#query")).toBeHidden();
  await context.close();
});

test("a binder ranks as the portal does", async ({ page, browser, request }) => {
  // Other tests publish meanwhile, and change the glossary: what is compared has to be of one moment.
  await expect(async () => {
    const file = await download(page, "");
    const binder = await openOffline(browser, file);
    for (const query of ["postgres no responde", "high error rate", "memory leak"]) {
      const answer = await request.get(`/api/v1/search?limit=5&q=${encodeURIComponent(query)}`);
      const { results } = (await answer.json()) as { results: { path: string; anchor: string }[] };
      await binder.page.getByRole("searchbox").fill(query);
      await expect
        .poll(
          () =>
            binder.page
              .locator("#results a")
              .evaluateAll((links) => links.slice(0, 5).map((link) => link.getAttribute("href"))),
          { timeout: 3_000 },
        )
        .toEqual(results.map(({ path, anchor }) => `#${path}${anchor ? `/${anchor}` : ""}`));
    }
    await binder.close();
  }).toPass();
});

test("the page of exports offers files, a binder and paper, and leads there from a runbook", async ({ page }) => {
  await signIn(page, "viewer");
  await page.goto(`/runbooks/${emergencies}`);
  const t = wordsOf(test.info());
  await page.getByLabel(t.runbookMenu.label, { exact: true }).click();
  await page.getByRole("link", { name: t.runbookMenu.export }).click();
  await expect(page.getByRole("heading", { level: 1, name: words().page.title })).toBeVisible();
  for (const colorScheme of ["light", "dark"] as const) {
    // Without motion no colour is on its way from one scheme to the other while it is looked at.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expectNoAxeViolations(page);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: words().page.filesOne }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("emergencias.mdx");
  const text = await readFile(await file.path(), "utf8");
  expect(text).toContain("title: Emergencias en producción");

  await page.getByRole("combobox").selectOption("agente-hotelero-api");
  await expect(page).toHaveURL(/\?of=agente-hotelero-api$/);
  const [zip] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: words().page.filesZip }).click(),
  ]);
  expect((await readFile(await zip.path())).subarray(0, 2).toString()).toBe("PK");
});

test("the print view is a document with codes, boxes and nothing of the portal", async ({ page }) => {
  const t = words();
  await page.goto(`/runbooks/${emergencies}/print`);
  await expect(page.getByRole("heading", { level: 2, name: "Emergencias en producción" })).toBeVisible();
  const codes = page.getByRole("img", { name: /#api-no-responde$/ });
  await expect(codes).toBeVisible();
  await expectNoAxeViolations(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await expect(page.getByRole("img", { name: /#restart-api$/ })).toHaveCount(0);
  await page.getByRole("link", { name: t.print.codes.steps }).click();
  await expect(page.getByRole("img", { name: /#restart-api$/ })).toBeVisible();

  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.getByRole("button")).toHaveCount(0);
  const look = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(look).toBe("rgb(255, 255, 255)");
});

test("on paper each step is there, each page says where it is from, and codes cost little paper", async ({
  page,
  request,
}) => {
  const answer = await request.get("/api/v1/runbooks");
  const { runbooks } = (await answer.json()) as { runbooks: { path: string; procedures: { title: string }[] }[] };
  const procedures = runbooks.find(({ path }) => path === emergencies)?.procedures ?? [];
  const printed = async (codes: string) => {
    await page.goto(`/runbooks/${emergencies}/print?codes=${codes}`);
    return pdfPages(await page.pdf({ preferCSSPageSize: true }));
  };
  const plain = await printed("none");
  const steps = await page.locator(".step h5 .self, .self").allTextContents();
  expect(steps.length).toBeGreaterThan(10);
  const whole = plain.join("");
  const wanted = [...steps, ...procedures.map(({ title }) => title)].map(printable);
  expect(wanted.filter((title) => !whole.includes(title))).toEqual([]);
  for (const [at, text] of plain.entries()) {
    expect(text).toMatch(/agente-hotelero-api·[0-9a-f]{12}·\d{4}-\d\d-\d\d/);
    expect(text).toContain(`${at + 1}/${plain.length}`);
  }
  expect(plain.length).toBeGreaterThan(3);
  expect(plain.length).toBeLessThan(16);
  expect((await printed("procedures")).length).toBeLessThanOrEqual(plain.length + 2);
  expect((await printed("steps")).length).toBeLessThan(plain.length * 1.5);
});
