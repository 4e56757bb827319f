// npm run screenshots: takes the pictures of the README anew, over a portal of its own filled with the demonstration.
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type BrowserContextOptions, devices, type Page } from "@playwright/test";
import "@/lib/server/mode";
import { ensureBuild } from "@/lib/server/build";
import { orderedShutdown } from "@/lib/server/shutdown";
import { makePeople } from "../test/portal-people";
import { contentCopy, spawnPortal, temporaryFolder, untilReady } from "../test/portal-process";
import { launchBrowser } from "./bench/signed-in";
import { runCommand } from "./run-step";

const phone = { ...devices["Pixel 7"], viewport: { width: 390, height: 844 } };
const desktop = { viewport: { width: 1440, height: 900 } };
const error = "FATAL: could not extend file base/16384/2619: No space left on device";

type Picture = {
  name: string;
  screen: BrowserContextOptions;
  scheme: "light" | "dark";
  show: (page: Page) => Promise<void>;
};
const pictures: Picture[] = [
  { name: "search-desktop-light-es", screen: desktop, scheme: "light", show: found },
  {
    name: "runbook-desktop-light-es",
    screen: desktop,
    scheme: "light",
    show: (page) => open(page, "/runbooks/agente-hotelero-api/emergencias"),
  },
  { name: "incident-desktop-dark-es", screen: desktop, scheme: "dark", show: outage },
  { name: "run-phone-dark-es", screen: phone, scheme: "dark", show: step },
];

const shutdown = orderedShutdown();
await ensureBuild(process.cwd(), shutdown);
const { dir, remove } = await temporaryFolder("bitacora-screenshots-");
shutdown.add("folder", remove, 1_000);
const dataDir = path.join(dir, "data");
const portal = await spawnPortal({ dataDir, env: { CONTENT_DIR: await contentCopy(dir) } });
shutdown.add("portal", () => portal.stop(), 5_000);
await untilReady(portal);
await runCommand(process.execPath, ["--import", "tsx", "scripts/demo.ts"], { env: { DATA_DIR: dataDir }, show: true });
const { editor } = await makePeople(dataDir);
const browser = await launchBrowser();
shutdown.add("browser", () => browser.close(), 2_000);

for (const { name, screen, scheme, show } of pictures) {
  const locale = { locale: "es-ES", timezoneId: "Europe/Madrid", reducedMotion: "reduce" as const };
  const context = await browser.newContext({ ...screen, ...locale, colorScheme: scheme, baseURL: portal.url });
  const page = await context.newPage();
  await signIn(page);
  await show(page);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `docs/images/${name}.png` });
  console.log(`✓ ${name}`);
  await context.close();
}
await shutdown.begin(0);

async function signIn(page: Page) {
  await page.goto("/sign-in");
  await page.locator('input[name="email"]').fill(editor.email);
  await page.locator('input[type="password"]').fill(editor.password);
  await page.locator('form:has(input[type="password"]) button[type="submit"]').click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

/** Opens a page twice, as the fonts are there the second time, and gives it the time to say who is here. */
async function open(page: Page, at: string) {
  await page.goto(at);
  await page.goto(at);
  await sleep(2_000);
}

async function found(page: Page) {
  await open(page, `/search?q=${encodeURIComponent(error)}`);
}

/** The incident of the demonstration that is still open. */
async function outage(page: Page) {
  await page.goto("/incidents");
  await page.locator('a[href^="/incidents/INC-"]').first().click();
  await page.waitForURL(/\/incidents\/INC-/);
  await open(page, page.url());
}

async function step(page: Page) {
  await outage(page);
  const run = await page.locator('a[href*="/runs/"]').first().getAttribute("href");
  await open(page, run ?? "/");
  await page.mouse.wheel(0, 480);
  await sleep(500);
}
