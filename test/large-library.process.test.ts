import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { generateLibrary } from "@/scripts/library/generate";
import { type PortalProcess, spawnPortal, temporaryFolder, untilReady } from "./portal-process";

const count = 1_500;
const reading = /Leyendo los runbooks/;
/** What a request may take while both cores read, in ms: far below the half minute that all the reading takes. */
const patience = 5_000;

let dir = "";
let removeFolder = async () => {};
const paths: string[] = [];
const manifestFile = () => path.join(dir, "data", "cache", "library.manifest");
const fileOf = (name: string) => path.join(dir, "content", "runbooks", `${name}.mdx`);

beforeAll(async () => {
  ({ dir, remove: removeFolder } = await temporaryFolder("bitacora-large-"));
  for (const { path: name, source } of generateLibrary(count)) {
    await mkdir(path.dirname(fileOf(name)), { recursive: true });
    await writeFile(fileOf(name), source);
    paths.push(name);
  }
});
afterAll(() => removeFolder());

async function start(): Promise<PortalProcess> {
  const env = { CONTENT_DIR: path.join(dir, "content") };
  const portal = await spawnPortal({ dataDir: path.join(dir, "data"), env });
  onTestFinished(() => portal.kill());
  return untilReady(portal);
}
type Ready = { status: string; reading?: { read: number; total: number } };
const readiness = async (portal: PortalProcess) => (await fetch(`${portal.url}/readyz`)).json() as Promise<Ready>;
const listed = async (portal: PortalProcess) => {
  const { runbooks } = (await (await fetch(`${portal.url}/api/v1/runbooks`)).json()) as {
    runbooks: { path: string }[];
  };
  return runbooks.map((one) => one.path);
};
async function untilRead(portal: PortalProcess): Promise<void> {
  while ((await readiness(portal)).reading) await sleep(200);
}

// In this order: each start finds what the one before has left.
test("serves while it reads the library for the first time, and reads at once what is asked for", {
  timeout: 300_000,
}, async () => {
  const portal = await start();
  const { status, reading: far } = await readiness(portal);
  expect(status).toBe("ready");
  expect(far).toMatchObject({ total: count });
  expect(portal.output()).toMatch(reading);

  const last = paths.toSorted().at(-1) ?? "";
  const title = /title: "(.*)"/.exec(await readFile(fileOf(last), "utf8"))?.[1] ?? "";
  const began = performance.now();
  const page = await fetch(`${portal.url}/runbooks/${last}`);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain(title);
  expect((await readiness(portal)).reading?.read).toBeLessThan(count);
  expect(performance.now() - began).toBeLessThan(patience * 5);

  expect(await (await fetch(`${portal.url}/`)).text()).toMatch(/<progress[^>]*max="1500"/);
  const took: number[] = [];
  while ((await readiness(portal)).reading) {
    const asked = performance.now();
    expect((await fetch(`${portal.url}/healthz`)).status).toBe(200);
    took.push(performance.now() - asked);
    await sleep(100);
  }
  expect(took.length).toBeGreaterThan(3);
  expect(Math.max(...took)).toBeLessThan(patience);
  expect(await listed(portal)).toHaveLength(count);
  expect(await (await fetch(`${portal.url}/`)).text()).not.toContain("<progress");
  await expect.poll(() => readdir(path.dirname(manifestFile())), { timeout: 10_000 }).toContain("library.manifest");
  await portal.stop();
});

test("recovers from a manifest that was damaged", { timeout: 300_000 }, async () => {
  const bytes = await readFile(manifestFile());
  bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 0xff;
  await writeFile(manifestFile(), bytes);
  const portal = await start();
  await untilRead(portal);
  expect(portal.output()).toContain("its checksum is another");
  expect(await listed(portal)).toHaveLength(count);
  await expect.poll(async () => bytes.equals(await readFile(manifestFile())), { timeout: 10_000 }).toBe(false);
  await portal.stop();
});

test("starts from the manifest alone, and sees what changed meanwhile", { timeout: 300_000 }, async () => {
  // Whatever would be read again now has to be worked through again, and would be seen in the sections that are gone.
  await rm(path.join(dir, "data", "cache", "runbooks"), { recursive: true });
  const [sly = "", gone = ""] = paths;
  const { atime, mtime } = await stat(fileOf(sly));
  const before = await readFile(fileOf(sly), "utf8");
  const title = /title: "(.*)"/.exec(before)?.[1] ?? "";
  // The same size and the same time of writing: only the file system knows.
  await writeFile(fileOf(sly), before.replace(title, title.toUpperCase()));
  await utimes(fileOf(sly), atime, mtime);
  await rm(fileOf(gone));

  const portal = await start();
  expect(await readiness(portal)).not.toHaveProperty("reading");
  expect(portal.output()).not.toMatch(reading);
  const found = await listed(portal);
  expect(found).toHaveLength(count - 1);
  expect(found).not.toContain(gone);
  expect(await (await fetch(`${portal.url}/runbooks/${sly}`)).text()).toContain(title.toUpperCase());
  await portal.stop();
});
