import path from "node:path";
import type { Page } from "@playwright/test";
import { type EmbeddedPostgres, startEmbedded } from "@/lib/db/embedded";
import { contentCopy, type PortalProcess, spawnPortal, temporaryFolder, untilReady } from "@/test/portal-process";
import { test } from "./fixtures";

const admin = { ADMIN_EMAIL: "guardia@example.org", ADMIN_PASSWORD: "correct horse battery staple" };

export type OwnPortal = {
  url: () => string;
  /** Signs its administrator in. */
  enter: (page: Page) => Promise<void>;
  stopDatabase: () => Promise<void>;
  /** On the port it had. */
  startDatabase: () => Promise<void>;
};

/** A portal and a PostgreSQL of this file's own, from before its first test until after its last: they can be stopped. */
export function ownPortal(): OwnPortal {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let postgres: EmbeddedPostgres;
  let portal: PortalProcess;
  test.beforeAll(async () => {
    test.setTimeout(180_000);
    folder = await temporaryFolder("bitacora-own-portal-");
    postgres = await startEmbedded({ dir: path.join(folder.dir, "postgres") });
    const env = { CONTENT_DIR: await contentCopy(folder.dir), DATABASE_URL: postgres.url, ...admin };
    portal = await untilReady(await spawnPortal({ dataDir: path.join(folder.dir, "data"), env }));
  });
  test.afterAll(async () => {
    await portal?.stop();
    await postgres?.stop();
    await folder?.remove();
  });
  return {
    url: () => portal.url,
    async enter(page) {
      await page.goto(`${portal.url}/sign-in`);
      await page.locator('input[name="email"]').fill(admin.ADMIN_EMAIL);
      await page.locator('input[type="password"]').fill(admin.ADMIN_PASSWORD);
      await page.locator('form:has(input[type="password"]) button[type="submit"]').click();
      await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
    },
    stopDatabase: () => postgres.stop(),
    async startDatabase() {
      const { port } = new URL(postgres.url);
      postgres = await startEmbedded({ dir: path.join(folder.dir, "postgres"), port: Number(port) });
    },
  };
}
