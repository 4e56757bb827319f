import { execFileSync } from "node:child_process";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { connect } from "@/lib/db/client";
import { startEmbedded } from "@/lib/db/embedded";
import { contentRemote } from "./content-remote";
import { runbook } from "./content-repository";
import { httpBrowser } from "./http-browser";
import { makePeopleOn } from "./portal-people";
import { contentCopy, type PortalProcess, spawnPortal, temporaryFolder, untilReady } from "./portal-process";

async function folder() {
  const { dir, remove } = await temporaryFolder("bitacora-memory-");
  onTestFinished(remove);
  return dir;
}
async function start(dataDir: string, env: Record<string, string>): Promise<PortalProcess> {
  const portal = await spawnPortal({ dataDir, env });
  onTestFinished(() => portal.kill());
  return untilReady(portal);
}
/** How often each portal served a page without Next. */
async function fromMemory({ url }: PortalProcess): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const counts = text.matchAll(/^bitacora_pages_from_memory_total\{answer="(?:memory|unchanged)"\} (\d+)/gm);
  return [...counts].reduce((sum, [, count]) => sum + Number(count), 0);
}

test("what an editor is told is published is what every instance serves at that moment, with the database gone too", {
  timeout: 300_000,
}, async () => {
  const dir = await folder();
  const remote = contentRemote(await contentCopy(dir));
  onTestFinished(remote.remove);
  const postgres = { dir: path.join(dir, "postgres"), maxConnections: 100 };
  const database = await startEmbedded(postgres);
  let { stop } = database;
  onTestFinished(() => stop());
  const instance = (name: string) => {
    const content = path.join(dir, `content-${name}`);
    execFileSync("git", ["clone", "-q", remote.url, content]);
    const env = { DATABASE_URL: database.url, CONTENT_DIR: content, CONTENT_REMOTE: remote.url };
    return start(path.join(dir, `data-${name}`), env);
  };
  const [one, two] = [await instance("a"), await instance("b")];
  const { editor } = await makePeopleOn(database.url);
  const headers = { authorization: `Bearer ${editor.token}`, "content-type": "application/json" };
  const page = "/runbooks/api/visto";
  const read = async ({ url }: PortalProcess) => (await fetch(url + page)).text();
  let baseBlob: string | null = null;
  const publish = async (round: string) => {
    const text = runbook("Visto", "api", `\nEs la vuelta ${round}.\n`);
    const body = JSON.stringify({ text, baseBlob, message: `Vuelta ${round}` });
    const answer = await fetch(`${one.url}/api/v1/runbooks/api/visto`, { method: "PUT", headers, body });
    expect(answer.status).toBeLessThan(300);
    const done = (await answer.json()) as { blob: string; behind: number };
    baseBlob = done.blob;
    return done.behind;
  };

  // On a busy machine an instance may need longer than the two seconds: then the editor is told so, and nothing is promised.
  let shown = 0;
  let last = "";
  for (let round = 0; shown < 20; round += 1) {
    expect(round, "most publications are shown in time").toBeLessThan(40);
    const behind = await publish(`r${round}`);
    if (behind > 0) continue;
    last = `Es la vuelta r${round}.`;
    const [there, here] = await Promise.all([read(two), read(one)]);
    expect(there.includes(last), `round ${round} on the other instance`).toBe(true);
    expect(here.includes(last), `round ${round} where it was published`).toBe(true);
    await read(two);
    shown += 1;
  }
  expect(await fromMemory(two)).toBeGreaterThanOrEqual(20);

  await stop();
  for (const portal of [one, two]) {
    await expect.poll(async () => (await fetch(`${portal.url}/readyz`)).status, { timeout: 20_000 }).toBe(503);
    expect((await read(portal)).includes(last)).toBe(true);
  }
  const port = Number(new URL(database.url).port);
  ({ stop } = await startEmbedded({ ...postgres, port }));
  for (const portal of [one, two]) {
    await expect.poll(async () => (await fetch(`${portal.url}/readyz`)).status, { timeout: 60_000 }).toBe(200);
  }
  // An instance may still be on its way back to listening: then the editor is told that it does not show it yet.
  await expect.poll(() => publish(`de vuelta ${performance.now()}`), { timeout: 60_000 }).toBe(0);
  expect(await publish("final")).toBe(0);
  expect((await read(two)).includes("Es la vuelta final.")).toBe(true);
});

test("where only members read, somebody who was disabled reads no more within six seconds", {
  timeout: 120_000,
}, async () => {
  const dir = await folder();
  const database = await startEmbedded({ dir: path.join(dir, "postgres"), maxConnections: 50 });
  onTestFinished(() => database.stop());
  const env = { DATABASE_URL: database.url, CONTENT_DIR: await contentCopy(dir), READ_ACCESS: "members" };
  const portal = await start(path.join(dir, "data"), env);
  const { viewer } = await makePeopleOn(database.url);
  const page = "/runbooks/agente-hotelero-api/emergencias";
  const stranger = await httpBrowser(portal.url).ask(page);
  expect([stranger.status, stranger.headers.get("location")]).toEqual([307, expect.stringContaining("/sign-in")]);

  const browser = httpBrowser(portal.url);
  await browser.signIn(viewer.email, viewer.password);
  const first = await browser.ask(page);
  expect(first.status).toBe(200);
  expect(first.headers.get("bitacora-reader")).toMatch(/^[0-9a-f-]{36}$/);
  expect((await browser.ask(page, { headers: { "if-none-match": first.headers.get("etag") ?? "" } })).status).toBe(304);

  const db = connect(database.url, 1);
  onTestFinished(() => db.$disconnect());
  await db.person.updateMany({ where: { email: viewer.email }, data: { disabledAt: new Date() } });
  const since = performance.now();
  await expect.poll(async () => (await browser.ask(page)).status, { timeout: 20_000, interval: 100 }).toBe(307);
  expect(performance.now() - since).toBeLessThan(7_000); // six, and an answer on a busy machine
});
