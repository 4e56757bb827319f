import type { Page } from "@playwright/test";
import en from "../messages/en.json" with { type: "json" };
import es from "../messages/es.json" with { type: "json" };
import { expect, expectNoAxeViolations, test } from "./fixtures";
import { signIn } from "./people";

const words = () => (test.info().project.name.endsWith("-en") ? en : es);
const fieldOf = (page: Page) => page.getByRole("textbox", { name: words().readingTools.search.label });
const resultsOf = (page: Page) => page.getByRole("region", { name: words().finding.keys.group, exact: true });
const firstOf = (page: Page) => resultsOf(page).locator("[data-result]").first();

/** The search page, alive: its keys listen. */
async function search(page: Page, q = "") {
  await page.goto(q === "" ? "/search" : `/search?q=${encodeURIComponent(q)}`);
  await expect(async () => {
    await fieldOf(page).fill(q);
    await fieldOf(page).press("/");
    await expect(fieldOf(page)).toHaveValue(`${q}/`, { timeout: 200 });
    await fieldOf(page).fill(q);
  }).toPass();
}

test("answers come while one types, by runbook, and the address follows in place", async ({ page }) => {
  await search(page);
  const before = await page.evaluate(() => history.length);
  await fieldOf(page).pressSequentially("api no responde");
  await expect(firstOf(page)).toContainText(/API No Responde/);
  await expect(firstOf(page).locator("mark").first()).toBeVisible();
  await expect(fieldOf(page)).toBeFocused();
  const group = resultsOf(page).locator("section").first();
  await expect(group.getByText("agente-hotelero-api")).toBeVisible();
  await expect(group.getByText(words().finding.criticality.critical, { exact: true })).toBeVisible();
  await expect(group.getByText(words().finding.lang.es, { exact: true })).toBeVisible();
  await expect(page).toHaveURL(/\/search\?q=api\+no\+responde$/);
  expect(await page.evaluate(() => history.length)).toBe(before);
  await expectNoAxeViolations(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});

test("Enter leads to the best result and opens it; going back leads to the results", async ({ page }) => {
  await search(page);
  await fieldOf(page).fill("api no responde");
  await fieldOf(page).press("Enter");
  await expect(firstOf(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/runbooks\/agente-hotelero-api\/[\w-]+#[\w-]+$/);
  await page.goBack();
  await expect(fieldOf(page)).toHaveValue("api no responde");
  await expect(firstOf(page)).toBeVisible();
});

test("keys walk the results, and r leads to the start of the procedure", async ({ page }) => {
  await signIn(page, "responder");
  await search(page, "redis no responde");
  await fieldOf(page).press("ArrowDown");
  await expect(firstOf(page)).toBeFocused();
  await page.keyboard.press("j");
  await expect(firstOf(page)).not.toBeFocused();
  await page.keyboard.press("k");
  await expect(firstOf(page)).toBeFocused();
  await page.keyboard.press("k");
  await expect(fieldOf(page)).toBeFocused();
  await fieldOf(page).press("ArrowDown");
  await page.keyboard.press("r");
  await expect(page).toHaveURL(/\/runs\/new\?runbook=[^&]+&procedure=redis-no-responde/);
});

test("typed filters narrow, are completed, and an unknown value names the nearest", async ({ page }) => {
  const t = words().finding;
  await search(page);
  await fieldOf(page).fill("redis service:what");
  await page.getByRole("button", { name: "whatsapp-chatbot" }).click();
  await expect(fieldOf(page)).toHaveValue("redis service:whatsapp-chatbot ");
  await expect(resultsOf(page).locator("section")).toHaveCount(1);
  await fieldOf(page).fill("redis -servicio:whatsapp-chatbot");
  await expect(firstOf(page)).not.toHaveAttribute("href", /whatsapp-chatbot/);
  await fieldOf(page).fill("redis servicio:whatsap-chatbt");
  await expect(page.getByText(t.filters.unknown.replace("{typed}", "servicio:whatsap-chatbt"))).toBeVisible();
  await page.getByRole("button", { name: "whatsapp-chatbot" }).click();
  await expect(fieldOf(page)).toHaveValue("redis servicio:whatsapp-chatbot");
  await expectNoAxeViolations(page);
});

test("where nothing answers there is something to go on with", async ({ page }) => {
  const t = words().finding;
  await search(page, "qwzxqwzx service:agente-hotelero-api");
  await expect(page.getByText(t.none)).toBeVisible();
  await expect(page.getByText(t.editorsSee)).toBeVisible();
  await expect(
    page.getByRole("region", { name: t.checklists.replace("{service}", "agente-hotelero-api") }),
  ).toBeVisible();
  await signIn(page, "editor");
  await search(page, "qwzxqwzx service:agente-hotelero-api");
  await page.getByRole("link", { name: t.write }).click();
  await expect(page.getByRole("textbox", { name: words().editing.new.name })).toHaveValue("qwzxqwzx");
});

test("what was opened is offered first the next time", async ({ page }) => {
  const t = words().finding;
  await search(page, "redis no responde");
  await firstOf(page).click();
  await expect(page).toHaveURL(/#redis-no-responde$/);
  await page.goto("/search");
  const recent = page.getByRole("region", { name: t.recent });
  await expect(recent.getByRole("link")).toHaveAttribute("href", /#redis-no-responde$/);
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("bitacora-opened:"))),
  ).toEqual(["bitacora-opened:runbooks"]);
});

test("without JavaScript the search is a form and its page is complete", async ({ browser, baseURL }) => {
  const locale = words() === es ? "es-ES" : "en-GB";
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false, locale });
  const reader = await context.newPage();
  await reader.goto("/");
  await fieldOf(reader).fill("api no responde");
  await reader.getByRole("button", { name: words().readingTools.search.submit, exact: true }).click();
  await expect(reader).toHaveURL(/\/search\?q=/);
  await expect(firstOf(reader)).toContainText(/API No Responde/);
  await context.close();
});
