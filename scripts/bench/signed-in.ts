import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import { waitForScripts } from "../../e2e/alive";
import type { TestPerson } from "../../test/portal-people";
import { findBrowser } from "../browser";

/** The browser that this machine has. */
export async function launchBrowser(): Promise<Browser> {
  const { path: executablePath } = findBrowser();
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
  waitForScripts(browser);
  return browser;
}

/** A browser window in which that person is signed in. */
export async function signedIn(browser: Browser, baseURL: string, person: TestPerson): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.locator('input[name="email"]').fill(person.email);
  await page.locator('input[type="password"]').fill(person.password);
  await page.locator('form:has(input[type="password"]) button[type="submit"]').click();
  await page.waitForURL((to) => !to.pathname.startsWith("/sign-in"));
  await page.close();
  return context;
}
