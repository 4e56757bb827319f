import { setTimeout as sleep } from "node:timers/promises";
import { dataPath, env } from "@/lib/env";
import { lockDataDir, lockHolder } from "@/lib/server/data-lock";
import { migrateAlone } from "@/lib/server/database-preparation";
import { readSettingsFiles } from "@/lib/server/settings-files";
import { connect, type Db } from "./client";
import { startEmbedded } from "./embedded";

/** How long a portal that is starting may take until its database can be used, in milliseconds. */
const patienceMs = 60_000;

/**
 * Runs a script's work on the portal's database, whether the portal is running or not: the server of `DATABASE_URL`, else the
 * embedded one of the running portal, else the embedded one started for this and stopped afterwards. The schema is current.
 * @param root the project's folder
 * @throws Error when a portal holds the data folder and does not get ready within a minute; what `work` throws
 */
export async function withPortalDatabase<T>(root: string, work: (db: Db) => Promise<T>): Promise<T> {
  readSettingsFiles(root);
  const { DATABASE_URL } = env();
  const url = DATABASE_URL ?? (await urlOfRunningPortal());
  if (!url) return onOwnServer(root, work);
  if (DATABASE_URL) await migrateAlone(root, url);
  return connected(url, work);
}

async function urlOfRunningPortal(): Promise<string | null> {
  for (let waited = 0; waited < patienceMs; waited += 250) {
    const holder = await lockHolder(dataPath());
    if (!holder) return null;
    if (holder.databaseUrl) return holder.databaseUrl;
    await sleep(250);
  }
  throw new Error(`The portal that holds ${dataPath()} does not get its database ready.`);
}

// With the folder's lock held: a portal that starts meanwhile would otherwise stop our PostgreSQL as a left-over.
async function onOwnServer<T>(root: string, work: (db: Db) => Promise<T>): Promise<T> {
  const lock = await lockDataDir(dataPath());
  try {
    const server = await startEmbedded({ dir: dataPath("postgres") });
    try {
      await migrateAlone(root, server.url);
      return await connected(server.url, work);
    } finally {
      await server.stop();
    }
  } finally {
    await lock.release();
  }
}

async function connected<T>(url: string, work: (db: Db) => Promise<T>): Promise<T> {
  const db = connect(url, 2);
  try {
    return await work(db);
  } finally {
    await db.$disconnect();
  }
}
