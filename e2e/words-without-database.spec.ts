import path from "node:path";
import type { Page, TestInfo } from "@playwright/test";
import { type EmbeddedPostgres, startEmbedded } from "@/lib/db/embedded";
import { contentCopy, type PortalProcess, spawnPortal, temporaryFolder, untilReady } from "@/test/portal-process";
import en from "../messages/en.json" with { type: "json" };
import es from "../messages/es.json" with { type: "json" };
import { expect, expectNoAxeViolations, test } from "./fixtures";

const wordsOf = (info: TestInfo) => (info.project.name.endsWith("-en") ? en : es);
const admin = { ADMIN_EMAIL: "guardia@example.org", ADMIN_PASSWORD: "correct horse battery staple" };
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let postgres: EmbeddedPostgres;
let portal: PortalProcess;

// A portal and a PostgreSQL of its own: this one is stopped.
test.beforeAll(async () => {
  test.setTimeout(180_000);
  folder = await temporaryFolder("bitacora-words-");
  postgres = await startEmbedded({ dir: path.join(folder.dir, "postgres") });
  const env = { CONTENT_DIR: await contentCopy(folder.dir), DATABASE_URL: postgres.url, ...admin };
  portal = await untilReady(await spawnPortal({ dataDir: path.join(folder.dir, "data"), env }));
});
test.afterAll(async () => {
  await portal?.stop();
  await postgres?.stop();
  await folder?.remove();
});

test.use({ expectedErrors: [/status of 50\d/] });

async function enter(page: Page): Promise<void> {
  await page.goto(`${portal.url}/sign-in`);
  await page.locator('input[name="email"]').fill(admin.ADMIN_EMAIL);
  await page.locator('input[type="password"]').fill(admin.ADMIN_PASSWORD);
  await page.locator('form:has(input[type="password"]) button[type="submit"]').click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

test("with the database away the searches and the glossary say so, and no word that was typed is lost", async ({
  page,
}, info) => {
  test.setTimeout(180_000);
  const { glossary, searchCounts, errors } = wordsOf(info);
  await enter(page);
  await page.goto(`${portal.url}/glossary`);
  await page.getByRole("button", { name: glossary.add }).click();
  await page.getByLabel(glossary.form.es).fill("cacharro, trasto");
  await page.getByLabel(glossary.form.en).fill("gizmo");
  await page.getByRole("button", { name: glossary.form.save }).click();
  await page.getByLabel(glossary.publish.message.label).fill("Cómo lo llamamos aquí");

  await postgres.stop();
  await page.getByRole("button", { name: glossary.publish.do }).click();
  await expect(page.getByText(errors.database_unavailable)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByLabel(glossary.publish.message.label)).toHaveValue("Cómo lo llamamos aquí");
  await expect(page.getByText(glossary.publish.changed)).toBeVisible();
  await expectNoAxeViolations(page);

  await page.goto(`${portal.url}/worklist/searches`);
  await expect(page.getByText(searchCounts.away)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(searchCounts.awayLead)).toBeVisible();
  await expectNoAxeViolations(page);

  await page.goto(`${portal.url}/glossary`);
  await expect(page.getByText(glossary.publish.changed)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("gizmo", { exact: true })).toBeVisible();
});
