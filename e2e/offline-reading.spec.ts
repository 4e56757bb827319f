import type { BrowserContext, Page } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures";

const runbook = "/runbooks/agente-hotelero-api/emergencias";

// Offline the browser tells of each request that found nobody; a page that is not kept is answered with 503 by the worker.
test.use({ serviceWorkers: "allow", expectedErrors: [/ERR_INTERNET_DISCONNECTED|status of 503/] });

/** The worker answers, and has kept the page that is open. */
async function untilKept(page: Page, path: string): Promise<void> {
  await expect
    .poll(() => page.evaluate(async (name) => (await caches.match(name)) !== undefined, path), { timeout: 20_000 })
    .toBe(true);
}

async function newTab(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

const strip = (page: Page) => page.getByRole("status").filter({ hasText: /copia de|copy of/ });

test("a runbook seen before opens by its address and by a link with the network off", async ({ page, context }) => {
  await page.goto("/runbooks/agente-hotelero-api");
  await untilKept(page, "/runbooks/agente-hotelero-api");
  await page.locator(`main a[href="${runbook}"]`).first().click();
  await expect(page).toHaveURL(new RegExp(`${runbook}$`));
  await untilKept(page, runbook);
  await page.close();

  await context.setOffline(true);
  const again = await newTab(context, runbook);
  await expect(again.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(strip(again)).toContainText(/Sin conexión|No connection/);
  await expectNoAxeViolations(again);

  await again.goto("/runbooks/agente-hotelero-api");
  await again.locator(`main a[href="${runbook}"]`).first().click();
  await expect(again).toHaveURL(new RegExp(`${runbook}$`));
  await expect(strip(again)).toBeVisible();
});

test("a page that is not kept says so, and lists what is", async ({ page, context }) => {
  await page.goto(runbook);
  await untilKept(page, runbook);
  await context.setOffline(true);
  await page.goto("/runbooks/no-such-service");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/no está en este dispositivo|not on this device/);
  await expectNoAxeViolations(page);
  await page.locator(`a[href="${runbook}"]`).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Emergencias/);
});

test("the worker is served so that a new one is found at once", async ({ request }) => {
  const answer = await request.get("/sw.js");
  expect(answer.headers()).toMatchObject({ "cache-control": "no-cache", "service-worker-allowed": "/" });
  expect(answer.headers()["content-type"]).toContain("text/javascript");
});
