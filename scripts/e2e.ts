// npm run test:e2e [-- playwright arguments]: the browser and process tests against a production build.
import path from "node:path";
import { lockHolder } from "@/lib/server/data-lock";
import { makePeople } from "../test/portal-people";
import { contentCopy, spawnPortal, temporaryFolder, untilReady } from "../test/portal-process";
import { findBrowser } from "./browser";
import { runCommand } from "./run-step";

const admin = { ADMIN_EMAIL: "admin@example.org", ADMIN_PASSWORD: "correct horse battery staple" };
const projects = ["desktop-es", "desktop-en", "phone-es"];

const { path: chromium } = findBrowser();
const asked = process.argv.slice(2);
const named = asked.flatMap((argument) => /^--project=(.*)/.exec(argument)?.[1] ?? []);
const unknown = named.find((name) => !projects.includes(name));
if (unknown !== undefined) throw new Error(`There is no project ${unknown}: ${projects.join(", ")}`);
const others = asked.filter((argument) => !argument.startsWith("--project="));

let failed = false;
// Each on a portal of its own: what the tests of one leave behind is no surprise to those of the next.
for (const project of named.length > 0 ? named : projects) {
  const code = await browserTests(project, others);
  failed ||= code !== 0;
}
if (asked.length === 0) {
  const processTests = ["node_modules/vitest/vitest.mjs", "run", "--project", "process", ...reporting("process")];
  const { code } = await runCommand(process.execPath, processTests, { show: true });
  failed ||= code !== 0;
}
process.exit(failed ? 1 : 0);

/** The tests of one project. @returns what Playwright ended with */
async function browserTests(project: string, more: string[]): Promise<number> {
  const { dir, remove } = await temporaryFolder("bitacora-e2e-");
  const dataDir = path.join(dir, "data");
  const content = await contentCopy(dir);
  const portal = await spawnPortal({ dataDir, env: { CONTENT_DIR: content, QUIET_HOURS: "off", ...admin } });
  let code: number | null = 1;
  try {
    await untilReady(portal);
    const startedWith = portal.output().length;
    const env = {
      ...admin,
      E2E_PROJECT: project,
      E2E_PEOPLE: JSON.stringify(await makePeople(dataDir)),
      BASE_URL: portal.url,
      E2E_CHROMIUM: chromium ?? "",
      E2E_CONTENT: content,
      E2E_DATABASE: (await lockHolder(dataDir))?.databaseUrl ?? "",
    };
    const args = ["node_modules/@playwright/test/cli.js", "test", `--project=${project}`, ...more];
    ({ code } = await runCommand(process.execPath, args, { show: true, env }));
    if (code !== 0) console.log(`What the portal said:\n${portal.output().slice(startedWith).slice(-8_000)}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  } finally {
    await portal.stop();
    await remove();
  }
  return code ?? 1;
}

function reporting(name: string): string[] {
  return ["--reporter=default", "--reporter=json", `--outputFile.json=test-results/${name}.json`];
}
