// npm run test:e2e [-- playwright arguments]: the browser and process tests against a production build.
import path from "node:path";
import { lockHolder } from "@/lib/server/data-lock";
import { makePeople } from "../test/portal-people";
import { contentCopy, spawnPortal, temporaryFolder, untilReady } from "../test/portal-process";
import { findBrowser } from "./browser";
import { runCommand } from "./run-step";

const admin = { ADMIN_EMAIL: "admin@example.org", ADMIN_PASSWORD: "correct horse battery staple" };

const { path: chromium } = findBrowser();
const { dir, remove } = await temporaryFolder("bitacora-e2e-");
const portal = await spawnPortal({
  dataDir: path.join(dir, "data"),
  env: { CONTENT_DIR: await contentCopy(dir), QUIET_HOURS: "off", ...admin },
});
let code: number | null = 1;
try {
  await untilReady(portal);
  const args = process.argv.slice(2);
  const env = {
    ...admin,
    E2E_PEOPLE: JSON.stringify(await makePeople(path.join(dir, "data"))),
    BASE_URL: portal.url,
    E2E_CHROMIUM: chromium ?? "",
    E2E_CONTENT: path.join(dir, "content"),
    E2E_DATABASE: (await lockHolder(path.join(dir, "data")))?.databaseUrl ?? "",
  };
  ({ code } = await runCommand(process.execPath, ["node_modules/@playwright/test/cli.js", "test", ...args], {
    show: true,
    env,
  }));
  if (args.length === 0) {
    const processTests = ["node_modules/vitest/vitest.mjs", "run", "--project", "process", ...reporting("process")];
    const processes = await runCommand(process.execPath, processTests, { show: true });
    code = code || processes.code;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
} finally {
  await portal.stop();
  if (code !== 0) console.log(`What the portal said:\n${portal.output().slice(-8_000)}`);
  await remove();
}
process.exit(code ?? 1);

function reporting(name: string): string[] {
  return ["--reporter=default", "--reporter=json", `--outputFile.json=test-results/${name}.json`];
}
