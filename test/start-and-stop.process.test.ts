import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { makePeople } from "./portal-people";
import { contentCopy, type PortalProcess, spawnPortal, temporaryFolder, untilReady } from "./portal-process";
import { processesBelow, processesNaming } from "./processes";

let dataDir = "";
let contentDir = "";
let removeFolder = async () => {};

beforeEach(async () => {
  // With a space, as in many people's home folders.
  const { dir, remove } = await temporaryFolder("bitacora proceso ");
  dataDir = `${dir}/data`;
  contentDir = await contentCopy(dir);
  removeFolder = remove;
});
afterEach(() => removeFolder());

async function start(env: Record<string, string> = {}): Promise<PortalProcess> {
  const portal = await spawnPortal({ dataDir, env: { CONTENT_DIR: contentDir, ...env } });
  onTestFinished(() => portal.kill());
  return portal;
}
const startReady = async (env?: Record<string, string>) => untilReady(await start(env));
const readiness = async (portal: PortalProcess) => (await fetch(`${portal.url}/readyz`)).json();

describe("starting", () => {
  test("makes the first administrator once, and starts again on the same data", async () => {
    const first = await startReady();
    expect(first.output()).toContain(`Bitácora lista en ${first.url}`);
    expect(first.output()).toMatch(/admin@localhost\n.*: \S{12,}\n/);
    await first.stop();
    const second = await startReady();
    expect(second.output()).not.toContain("admin@localhost");
    expect(await readiness(second)).toMatchObject({ status: "ready" });
  });

  test("takes over after kill -9, which leaves no PostgreSQL behind", async () => {
    const killed = await startReady();
    process.kill(killed.pid, "SIGKILL");
    await killed.exited;
    await expect.poll(() => processesNaming(dataDir), { timeout: 5_000 }).toEqual([]);
    expect(await readiness(await startReady())).toMatchObject({ status: "ready" });
  });

  test("says which port is taken, and ends", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    onTestFinished(() => void other.close());
    await new Promise((resolve) => other.once("listening", resolve));
    const { port } = other.address() as AddressInfo;
    const portal = await start({ PORT: String(port) });
    expect(await portal.exited).toBe(1);
    expect(portal.output()).toMatch(new RegExp(`${port}.*PORT=${port + 1} npm start`));
    expect(portal.output()).not.toContain("    at ");
  });

  test("refuses a data folder that another portal uses, and leaves that one alone", async () => {
    const first = await startReady();
    const second = await start();
    expect(await second.exited).toBe(1);
    expect(second.output()).toContain(String(first.pid));
    expect(await readiness(first)).toMatchObject({ status: "ready" });
  });

  test("names a setting that cannot be used", async () => {
    const portal = await start({ READ_ACCESS: "everybody" });
    expect(await portal.exited).toBe(1);
    expect(portal.output()).toMatch(/READ_ACCESS.*public.*members/);
  });

  test("shows pages with the database away, and says what is missing", async () => {
    const portal = await startReady({ DATABASE_URL: "postgresql://portal:secret@127.0.0.1:1/portal" });
    expect((await fetch(portal.url)).status).toBe(200);
    const ready = await fetch(`${portal.url}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({
      status: "degraded",
      checks: { database: { ok: false }, content: { ok: true } },
    });
    expect(portal.output()).not.toContain("secret");
  });

  test("brings its PostgreSQL back when that ends", async () => {
    const portal = await startReady();
    const [postgres] = await processesNaming(dataDir);
    process.kill(postgres?.pid as number, "SIGQUIT");
    await expect.poll(async () => (await readiness(portal)).status, { timeout: 3_000 }).toBe("degraded");
    expect((await fetch(portal.url)).status).toBe(200);
    await expect.poll(async () => (await readiness(portal)).status, { timeout: 20_000 }).toBe("ready");
  });
});

/** Declares an incident and follows it. `ended` resolves when the server ends the stream in order. */
async function openStream(url: string, token: string) {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const body = JSON.stringify({ title: "La API no responde", severity: "SEV3" });
  const declared = await fetch(`${url}/api/v1/incidents`, { method: "POST", headers, body });
  const { key } = (await declared.json()) as { key: string };
  const answer = await fetch(`${url}/api/v1/incidents/${key}/stream`, { headers });
  expect(answer.headers.get("content-type")).toContain("text/event-stream");
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
  await reader.read();
  const toTheEnd = async () => {
    while (!(await reader.read()).done);
    return "ended";
  };
  return { ended: toTheEnd() };
}

describe("stopping", () => {
  test.each(["SIGTERM", "SIGINT"] as const)("%s ends everything in order within 3 s", async (signal) => {
    const portal = await startReady();
    const children = await processesBelow(portal.pid);
    const began = performance.now();
    process.kill(portal.pid, signal);
    expect(await portal.exited).toBe(0);
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(children.length).toBeGreaterThan(0);
    await expect.poll(() => processesNaming(dataDir), { timeout: 1_000 }).toEqual([]);
  });

  test("ends an open event stream instead of waiting for it", async () => {
    const portal = await startReady();
    const { responder } = await makePeople(dataDir);
    const stream = await openStream(portal.url, responder.token);
    expect(await portal.stop()).toBeLessThan(3_000);
    expect(await portal.exited).toBe(0);
    await expect(stream.ended).resolves.toBe("ended");
    expect(await processesNaming(dataDir)).toEqual([]);
  });

  test.each([
    ["SIGTERM to npm start", "SIGTERM", 1],
    ["Ctrl-C in its terminal", "SIGINT", -1],
  ] as const)("%s leaves nothing behind either", async (_, signal, toGroup) => {
    const npm = await spawnPortal({ dataDir, env: { CONTENT_DIR: contentDir }, through: "npm" });
    onTestFinished(() => npm.kill());
    await untilReady(npm);
    process.kill(npm.pid * toGroup, signal);
    await npm.exited;
    await expect.poll(() => processesNaming(dataDir), { timeout: 3_000 }).toEqual([]);
    await expect(fetch(npm.url)).rejects.toThrow();
  });

  test("during the start ends that too", async () => {
    const portal = await start();
    await expect.poll(() => processesNaming(dataDir), { timeout: 20_000 }).not.toEqual([]);
    expect(await portal.stop()).toBeLessThan(3_000);
    await expect.poll(() => processesNaming(dataDir), { timeout: 3_000 }).toEqual([]);
  });
});
