import { execFileSync } from "node:child_process";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { startEmbedded } from "@/lib/db/embedded";
import { contentRemote } from "./content-remote";
import { runbook } from "./content-repository";
import { makePeopleOn } from "./portal-people";
import { contentCopy, type PortalProcess, spawnPortal, temporaryFolder, untilReady } from "./portal-process";

const rounds = 5;

test("two portals and a person at a shell share a remote: nobody's commit is lost, and all see it within seconds", {
  timeout: 180_000,
}, async () => {
  const { dir, remove } = await temporaryFolder("bitacora-remotes-");
  onTestFinished(remove);
  const remote = contentRemote(await contentCopy(dir));
  onTestFinished(remote.remove);
  const database = await startEmbedded({ dir: path.join(dir, "postgres"), maxConnections: 100 });
  onTestFinished(() => database.stop());
  const portal = async (name: string): Promise<PortalProcess> => {
    const content = path.join(dir, `content-${name}`);
    execFileSync("git", ["clone", "-q", remote.url, content]);
    const env = { DATABASE_URL: database.url, CONTENT_DIR: content, CONTENT_REMOTE: remote.url };
    const process = await spawnPortal({ dataDir: path.join(dir, `data-${name}`), env });
    onTestFinished(() => process.kill());
    return untilReady(process);
  };
  const portals = [await portal("a"), await portal("b")];
  const { editor } = await makePeopleOn(database.url);
  const headers = { authorization: `Bearer ${editor.token}`, "content-type": "application/json" };

  const publish = async (at: PortalProcess, file: string, round: number): Promise<void> => {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      const source = await fetch(`${at.url}/api/v1/runbooks/${file}`, { headers });
      const { blob } = source.ok ? ((await source.json()) as { blob: string }) : { blob: null };
      const [service = "", name = ""] = file.split("/");
      const text = runbook(name, service, `Vuelta ${round}.\n`);
      const body = JSON.stringify({ text, baseBlob: blob, message: `publica ${file} ${round}` });
      const answer = await fetch(`${at.url}/api/v1/runbooks/${file}`, { method: "PUT", headers, body });
      if (answer.ok) return;
      const { code } = (await answer.json()) as { code: string };
      expect(["stale_base", "path_taken"]).toContain(code); // the other portal was faster: look again
    }
    throw new Error(`${file} was never published`);
  };
  const clone = remote.clone();
  const shell = async () => {
    for (let round = 0; round < rounds; round += 1) {
      for (let tries = 0; ; tries += 1) {
        try {
          clone.push(`runbooks/consola/c${round}.mdx`, runbook(`c${round}`, "consola"));
          break;
        } catch (error) {
          if (tries > 20) throw error; // a portal pushed between our pull and our push
          clone.git("reset", "-q", "--hard", "origin/main");
          await sleep(50);
        }
      }
      await sleep(100);
    }
  };
  const writing = portals.map(async (at, which) => {
    for (let round = 0; round < rounds; round += 1) {
      await publish(at, `api/propio-${which}`, round);
      await publish(at, "api/comun", round * 2 + which);
    }
  });
  await Promise.all([...writing, shell()]);

  // A push that met somebody else's too often is made in the background, in seconds.
  const published = () => remote.git("log", "--format=%s", "main").match(/^publica/gm)?.length;
  await expect.poll(published, { timeout: 30_000, interval: 200 }).toBe(rounds * 4);
  const log = remote.git("log", "--format=%s", "main").split("\n");
  for (let round = 0; round < rounds; round += 1) {
    for (const which of [0, 1]) {
      expect(log).toContain(`publica api/propio-${which} ${round}`);
      expect(log).toContain(`publica api/comun ${round * 2 + which}`);
    }
    expect(remote.git("show", `main:runbooks/consola/c${round}.mdx`)).toContain(`c${round}`);
  }
  expect(remote.git("fsck", "--strict")).toBe("");

  await publish(portals[0] as PortalProcess, "api/visto", 1);
  for (const { url } of portals) {
    const seen = async () => (await fetch(`${url}/api/v1/runbooks/api/visto`, { headers })).status;
    await expect.poll(seen, { timeout: 10_000, interval: 50 }).toBe(200);
  }
});
