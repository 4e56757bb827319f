import pg from "pg";
import { migrate } from "@/lib/db/migrate";

/** Any number that no other program of this database uses: "bitácora" on a telephone's keys. */
const migrationLock = 24_822_672;

/**
 * Migrates, one instance at a time: the others wait for the advisory lock and then find nothing left to do.
 * @returns names of the migrations applied by us
 */
export async function migrateAlone(root: string, url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {}); // a connection that breaks also fails the query that is under way
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [migrationLock]);
    return await migrate(root, url);
  } finally {
    await client.end().catch(() => {});
  }
}
