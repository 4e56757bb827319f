import type { Page } from "@playwright/test";
import en from "../messages/en.json" with { type: "json" };
import es from "../messages/es.json" with { type: "json" };
import { expect, test } from "./fixtures";
import { signIn } from "./people";

const words = () => (test.info().project.name.endsWith("-en") ? en : es);
const runbook = "/runbooks/agente-hotelero-api/emergencias";

/** The page hears keys. */
const comeAlive = (page: Page) =>
  expect(async () => {
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: words().shell.keys.title })).toBeVisible({ timeout: 500 });
  }).toPass();

test("a runbook's page loads its own small client, and none of Next's scripts", async ({ page }) => {
  const scripts: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "script") scripts.push(new URL(request.url()).pathname);
  });
  const sent = await page.goto(runbook);
  expect(await sent?.text()).not.toContain("self.__next_f");
  await comeAlive(page);
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter((path) => !path.startsWith("/reader/"))).toEqual([]);
});

test("the page comes alive in pieces, between which it answers", async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(window, { pieces: 0 });
    const isPlace = ({ target, removedNodes }: MutationRecord) =>
      removedNodes.length > 0 && target instanceof HTMLElement && target.matches("[data-island]");
    // Told once for all that a task has changed.
    new MutationObserver((changes) => {
      if (changes.some(isPlace)) (window as unknown as { pieces: number }).pieces += 1;
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(runbook);
  expect(await page.evaluate(() => (window as unknown as { pieces: number }).pieces)).toBeGreaterThan(2);
});

test("nothing moves when the page comes alive, nor when it turns out who reads", async ({ page }) => {
  await signIn(page, "editor");
  // With the fonts at hand, whose arrival is another matter.
  await page.goto(runbook);
  await expect(page.getByRole("link", { name: words().readingTools.bar.edit, exact: true })).toBeVisible();
  await page.addInitScript(() => {
    const found: number[] = [];
    Object.assign(window, { shifts: found });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) found.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.reload();
  await expect(page.getByRole("link", { name: words().readingTools.bar.edit, exact: true })).toBeVisible();
  await expect(page.getByRole("banner").getByRole("link", { name: words().shell.nav.worklist }).first()).toBeAttached();
  const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
  expect(shifts.reduce((sum, one) => sum + one, 0)).toBeLessThan(0.01);
});

test("without JavaScript the runbook is whole, and its commands can be selected", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(runbook);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Emergencias en producción");
  const command = page.locator("figure[data-code=command] pre").first();
  await expect(command).toContainText("docker logs agente-api-prod");
  await expect(command).not.toHaveCSS("user-select", "none");
  await context.close();
});

test("nobody is asked about a reader who has not signed in", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(runbook);
  await comeAlive(page);
  expect(asked.filter((path) => path.startsWith("/api/"))).toEqual([]);
});
