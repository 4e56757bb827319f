import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "@/lib/db/embedded";
import { migrate } from "@/lib/db/migrate";

declare module "vitest" {
  interface ProvidedContext {
    /** Server on which each test file makes its own database from the migrated template. */
    postgresUrl: string;
  }
}

/** One PostgreSQL for all database tests: ours, or the one of `TEST_DATABASE_URL`. */
export default async function setup(project: TestProject) {
  const given = process.env.TEST_DATABASE_URL;
  const dir = await mkdtemp(path.join(os.tmpdir(), "bitacora-test-"));
  const server = given ? null : await startEmbedded({ dir, unsafe: true, maxConnections: 200 });
  const url = given ?? server?.url ?? "";
  const takeDown = async () => {
    await server?.stop();
    await rm(dir, { recursive: true, force: true });
  };
  // A set-up that fails is not torn down by Vitest, and our PostgreSQL would outlive it.
  await makeTemplate(url).catch(async (error) => {
    await takeDown();
    throw error;
  });
  project.provide("postgresUrl", url);
  return takeDown;
}

async function makeTemplate(url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("DROP DATABASE IF EXISTS bitacora_template");
  await client.query("CREATE DATABASE bitacora_template");
  await client.end();
  const template = new URL(url);
  template.pathname = "/bitacora_template";
  await migrate(process.cwd(), template.href);
}
