import path from "node:path";
import type { Page } from "@playwright/test";
import { type EmbeddedPostgres, startEmbedded } from "@/lib/db/embedded";
import { contentCopy, type PortalProcess, spawnPortal, temporaryFolder, untilReady } from "@/test/portal-process";
import { expect, test } from "./fixtures";
import { beginLog, expectThirteen, onStep, steps, strip, writeThirteen } from "./offline-log";

const admin = { ADMIN_EMAIL: "guardia@example.org", ADMIN_PASSWORD: "correct horse battery staple" };
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let postgres: EmbeddedPostgres;
let portal: PortalProcess;

// A portal and a PostgreSQL of its own: this one is stopped.
test.beforeAll(async () => {
  test.setTimeout(180_000);
  folder = await temporaryFolder("bitacora-offline-");
  postgres = await startEmbedded({ dir: path.join(folder.dir, "postgres") });
  const env = { CONTENT_DIR: await contentCopy(folder.dir), DATABASE_URL: postgres.url, ...admin };
  portal = await untilReady(await spawnPortal({ dataDir: path.join(folder.dir, "data"), env }));
});
test.afterAll(async () => {
  await portal?.stop();
  await postgres?.stop();
  await folder?.remove();
});

test.use({ serviceWorkers: "allow", expectedErrors: [/status of 50\d/] });

async function enter(page: Page): Promise<void> {
  await page.goto(`${portal.url}/sign-in`);
  await page.locator('input[name="email"]').fill(admin.ADMIN_EMAIL);
  await page.locator('input[type="password"]').fill(admin.ADMIN_PASSWORD);
  await page.locator('form:has(input[type="password"]) button[type="submit"]').click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

test("with the database down, ten entries and three steps are kept, and arrive once, in order, with their times", async ({
  page,
  context,
}, info) => {
  test.setTimeout(180_000);
  await enter(page);
  const headers = { origin: portal.url };
  const at = await beginLog(page.request, headers, portal.url);
  await page.goto(at.incident);
  const run = await context.newPage();
  await run.goto(at.run);
  await onStep(run, steps[0] ?? "");

  await postgres.stop();
  const done = await writeThirteen(page, run, info);
  await expect(strip(page, 13)).toBeVisible();
  await page.close();
  await run.close();
  const { port } = new URL(postgres.url);
  postgres = await startEmbedded({ dir: path.join(folder.dir, "postgres"), port: Number(port) });

  const again = await context.newPage();
  await again.goto(at.incident);
  await expectThirteen(again.request, at, {}, done, portal.url);
  await expect(again.getByText("entrada 10.")).toHaveCount(1);
});
