import { randomInt } from "node:crypto";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { type EmbeddedPostgres, startEmbedded } from "@/lib/db/embedded";
import { makePeopleOn } from "./portal-people";
import { contentCopy, freePort, type PortalProcess, spawnPortal, temporaryFolder, untilReady } from "./portal-process";
import { follow } from "./torture/follower";
import { type Target, writeUntil } from "./torture/writer";

/** How long it lasts, in milliseconds; `TORTURE_SECONDS` makes it longer. */
const lastsMs = Number(process.env.TORTURE_SECONDS ?? 60) * 1_000;
const writers = 16;

test("nothing that was acknowledged is lost, doubled or unseen, whatever is killed meanwhile", {
  timeout: lastsMs + 240_000,
}, async () => {
  const { dir, remove } = await temporaryFolder("bitacora-torture-");
  onTestFinished(remove);
  const database = await durableDatabase(path.join(dir, "postgres"));
  const portals = [await portalOn(dir, "a", database.url), await portalOn(dir, "b", database.url)];
  const { responder } = await makePeopleOn(database.url);
  const headers = { authorization: `Bearer ${responder.token}`, "content-type": "application/json" };
  const declared = await fetch(`${portals[0]?.url()}/api/v1/incidents`, {
    method: "POST",
    headers,
    body: JSON.stringify({ title: "La API no responde", severity: "SEV1" }),
  });
  const { key } = (await declared.json()) as { key: string };
  const target: Target = { urls: () => portals.map(({ url }) => url()), token: responder.token, key };

  const followers = Array.from({ length: 6 }, () => follow(target));
  onTestFinished(() => followers.forEach(({ stop }) => void stop()));
  const until = Date.now() + lastsMs;
  const tortured = torment(until, database, portals);
  const written = await Promise.all(
    Array.from({ length: writers }, (_, n) => writeUntil(until, target, `escritor ${n}`)),
  );
  const kills = await tortured;
  await Promise.all(portals.map(({ ready }) => ready()));

  const rows = await database.query<{ seq: number; id: string; body: string }>(
    "SELECT seq, id, body FROM timeline_entry ORDER BY seq",
  );
  const upTo = rows.map((_, index) => index + 1);
  expect(rows.map(({ seq }) => seq)).toEqual(upTo);
  const kept = new Map(rows.map(({ id, body }) => [id, body]));
  expect(kept.size).toBe(rows.length);
  const acknowledged = written.flat();
  for (const { id, body } of acknowledged) expect(kept.get(id)).toBe(body);
  // One entry of each writer may have been written without its answer getting through; nothing else may be there.
  expect(rows.length - 1 - acknowledged.length).toBeLessThanOrEqual(writers);

  for (const { seen } of followers) {
    await expect.poll(() => seen.length, { timeout: 60_000 }).toBeGreaterThanOrEqual(rows.length);
    expect(seen).toEqual(upTo);
  }
  const reconnects = followers.map((each) => each.reconnects);
  console.log(JSON.stringify({ acknowledged: acknowledged.length, kept: rows.length, ...kills, reconnects }));
  expect(acknowledged.length).toBeGreaterThan(writers);
});

/** A PostgreSQL that syncs to the disk, and can be crashed and started again where it was. */
async function durableDatabase(dir: string) {
  let server: EmbeddedPostgres = await startEmbedded({ dir, maxConnections: 200 });
  const { url } = server;
  onTestFinished(() => server.stop());
  return {
    url,
    async query<T extends pg.QueryResultRow>(sql: string): Promise<T[]> {
      const client = new pg.Client({ connectionString: url });
      client.on("error", () => {});
      await client.connect();
      try {
        return (await client.query<T>(sql)).rows;
      } finally {
        await client.end();
      }
    },
    /** `pg_ctl restart -m immediate`: no checkpoint, recovery from the log. */
    async crash() {
      process.kill(server.pid, "SIGQUIT");
      await server.exited;
      server = await startEmbedded({ dir, maxConnections: 200, port: Number(new URL(url).port) });
      expect(server.url).toBe(url);
    },
  };
}

/** A portal on the common database that can be killed; it comes back at the same address. */
async function portalOn(home: string, name: string, databaseUrl: string) {
  const port = await freePort();
  const env = {
    DATABASE_URL: databaseUrl,
    CONTENT_DIR: await contentCopy(path.join(home, name)),
    NEXTAUTH_SECRET: "of the torture test",
  };
  const start = () => spawnPortal({ dataDir: path.join(home, name, "data"), port, env });
  let portal: PortalProcess = await untilReady(await start());
  onTestFinished(() => portal.kill());
  return {
    url: () => portal.url,
    ready: () => untilReady(portal),
    async crash() {
      await portal.kill();
      portal = await start();
      await untilReady(portal);
    },
  };
}

type Crashing = { crash: () => Promise<void> };
type Database = Crashing & { query: (sql: string) => Promise<unknown> };

/** Kills something at random, one after the other, until the time is over. @returns how often what */
async function torment(until: number, database: Database, portals: Crashing[]) {
  const done = { portals: 0, connections: 0, database: 0 };
  for (let turn = 0; Date.now() < until - 5_000; turn++) {
    await sleep(500 + randomInt(1_500));
    const kind = turn % 3;
    if (kind === 0) {
      await portals[randomInt(portals.length)]?.crash();
      done.portals += 1;
    } else if (kind === 1) {
      await database.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
      );
      done.connections += 1;
    } else {
      await database.crash();
      done.database += 1;
    }
  }
  return done;
}
