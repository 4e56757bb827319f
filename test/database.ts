import { randomUUID } from "node:crypto";
import pg from "pg";
import { test as base, inject } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import type { Role } from "@/lib/auth/roles";
import type { Ctx } from "@/lib/context";
import { connect, type Db } from "@/lib/db/client";

type Fixtures = {
  /** The server that all test files share. */
  serverUrl: string;
  /** `postgresql://` URL of this file's own database. */
  databaseUrl: string;
  db: Db;
  /** Another portal's database, with nothing in it. */
  elsewhere: Db;
  /** A context that acts as a person of that role (made in the database on first use), at the test's clock. */
  as: (role: Role, name?: string) => Promise<Ctx>;
  /** A context that acts as nobody. */
  asNobody: Ctx;
  clock: { now: Date; advance: (seconds: number) => void };
};

/** `test` with a database of its own per file, cloned from the migrated template (about 40 ms). */
export const test = base.extend<Fixtures>({
  serverUrl: [inject("postgresUrl"), { scope: "file" }],
  databaseUrl: [({ serverUrl }, use) => withDatabase(serverUrl, use), { scope: "file" }],
  db: [({ databaseUrl }, use) => withClient(databaseUrl, use), { scope: "file" }],
  elsewhere: [({ serverUrl }, use) => withDatabase(serverUrl, (url) => withClient(url, use)), { scope: "file" }],
  clock: async ({ task: _ }, use) => {
    const clock = {
      now: new Date("2026-01-15T03:00:00.000Z"),
      advance(seconds: number) {
        clock.now = new Date(clock.now.getTime() + seconds * 1_000);
      },
    };
    await use(clock);
  },
  as: async ({ db, clock }, use) => {
    await use(async (role, name = `${role} de guardia`) => contextOf(db, clock, await person(db, role, name)));
  },
  asNobody: async ({ db, clock }, use) => {
    await use(contextOf(db, clock, { kind: "nobody", id: null, name: "", role: null }));
  },
});

async function withDatabase(serverUrl: string, use: (url: string) => Promise<void>) {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await onServer(serverUrl, `CREATE DATABASE ${name} TEMPLATE bitacora_template`);
  const own = new URL(serverUrl);
  own.pathname = `/${name}`;
  await use(own.href);
  await onServer(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`);
}

async function withClient(url: string, use: (db: Db) => Promise<void>) {
  const db = connect(url, 10);
  await use(db);
  await db.$disconnect();
}

const contextOf = (db: Db, clock: { now: Date }, actor: Actor): Ctx => ({
  db,
  actor,
  now: () => clock.now,
  source: "web",
  locale: "es",
});

async function person(db: Db, role: Role, name: string): Promise<Actor> {
  const email = `${name.toLowerCase().replaceAll(/\W+/g, ".")}@example.org`;
  const at = new Date("2026-01-01T00:00:00Z");
  const row = await db.person.upsert({
    where: { email },
    update: {},
    create: { id: randomUUID(), email, name, role, createdAt: at, updatedAt: at },
  });
  return { kind: "person", id: row.id, name: row.name, role: row.role };
}

async function onServer(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}
