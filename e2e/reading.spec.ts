import en from "../messages/en.json" with { type: "json" };
import es from "../messages/es.json" with { type: "json" };
import { expect, expectNoAxeViolations, test } from "./fixtures";

const words = () => (test.info().project.name.endsWith("-en") ? en : es);
const authentication = "/runbooks/whatsapp-chatbot/autenticacion";

for (const path of [
  "/",
  "/runbooks",
  "/runbooks/agente-hotelero-api",
  "/runbooks/agente-hotelero-api/emergencias",
  authentication,
  "/search?q=redis",
  "/search?q=qwzxqwzx",
]) {
  test(`${path} is accessible in light and dark, and fits its screen`, async ({ page }) => {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeAttached();
      await expectNoAxeViolations(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    }
  });
}

test("a pasted error leads to its procedure with Enter alone", async ({ page, isMobile }) => {
  const t = words();
  await page.goto("/");
  const field = page.getByRole("textbox", { name: t.readingTools.search.label });
  if (!isMobile) await expect(field).toBeFocused();
  await field.fill("Traceback (most recent call last):\nasyncpg.exceptions.InvalidPasswordError");
  await field.press("Enter");
  const first = page.getByRole("main").getByRole("listitem").first().getByRole("link");
  await expect(first).toContainText("InvalidPasswordError");
  await (isMobile ? first.click() : first.press("Enter"));
  await expect(page).toHaveURL(/\/runbooks\/[\w-]+\/[\w-]+#[\w-]+$/);
  await expect(page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`)).toBeInViewport();
});

test("a command is held back until its placeholder has a value, and then copied with it, quoted", async ({
  page,
  context,
}) => {
  const t = words();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(authentication);
  const command = page.getByRole("figure").filter({ hasText: "/api/auth/me" });
  await command.getByRole("button", { name: t.readingTools.code.copy, exact: true }).click();
  await expect(command.getByRole("status")).toContainText("token");
  await page.keyboard.type("it's $HOME");
  await page.keyboard.press("Enter");
  await command.getByRole("button", { name: t.readingTools.code.copy, exact: true }).click();
  await expect(command.getByRole("status")).toHaveText(t.readingTools.code.copied);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(`curl -i http://localhost:8003/api/auth/me -H "Authorization: Bearer "'it'\\''s $HOME'""`);
  await expect(command).not.toContainText("$HOME");
  expect(await page.evaluate(() => JSON.stringify([sessionStorage, localStorage]))).not.toContain("HOME");
});

test("the palette finds a procedure, and shortcuts are silent while typing", async ({ page }) => {
  const t = words();
  await page.goto("/search");
  const field = page.getByRole("textbox", { name: t.readingTools.search.label });
  await field.fill("");
  await field.pressSequentially("g r?");
  await expect(field).toHaveValue("g r?");
  await expect(page).toHaveURL(/\/search\?q=g/); // what was typed, and not the page of runbooks
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("circuit breaker");
  await page
    .getByRole("option", { name: /Circuit Breaker/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/runbooks\/.*#.*circuit-breaker/);
});

test("language and theme are chosen and kept, with and without JavaScript", async ({ browser, baseURL }) => {
  const t = words();
  const other = t === es ? en : es;
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({
      baseURL,
      javaScriptEnabled,
      locale: t === es ? "es-ES" : "en-GB",
      colorScheme: "light",
    });
    const reader = await context.newPage();
    await reader.goto("/runbooks");
    await reader.getByRole("button", { name: t.shell.theme.dark }).click();
    await expect(reader.locator("html")).toHaveAttribute("data-theme", "dark");
    await reader.getByRole("button", { name: t.shell.language[t === es ? "en" : "es"] }).click();
    await expect(reader.getByRole("link", { name: other.shell.signIn })).toBeVisible();
    await reader.goto("/");
    await expect(reader.locator("html")).toHaveAttribute("lang", t === es ? "en" : "es");
    await expect(reader.locator("html")).toHaveAttribute("data-theme", "dark");
    await context.close();
  }
});

test("filters narrow the list by its address, with and without JavaScript", async ({ browser, baseURL }) => {
  const t = words();
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ baseURL, javaScriptEnabled, locale: t === es ? "es-ES" : "en-GB" });
    const reader = await context.newPage();
    await reader.goto("/runbooks");
    await reader.getByLabel(t.reading.list.service).selectOption("preventia-news");
    if (!javaScriptEnabled) await reader.getByRole("button", { name: t.reading.list.apply }).click();
    await expect(reader).toHaveURL(/service=preventia-news/);
    await expect(reader.getByRole("heading", { level: 2 })).toHaveText("preventia-news");
    await context.close();
  }
});

test.describe("an address that leads nowhere", () => {
  test.use({ expectedErrors: [/404/] });

  test("says so and names the nearest runbooks", async ({ page }) => {
    const response = await page.goto("/runbooks/agente-hotelero-api/emergencia");
    expect(response?.status()).toBe(404);
    await expect(page.getByRole("main")).toContainText("agente-hotelero-api/emergencias");
  });
});
