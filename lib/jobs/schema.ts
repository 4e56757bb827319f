import { runMigrations } from "graphile-worker";
import pg from "pg";
import { workerLog } from "./worker-log";

/** Brings the queue's own schema (`graphile_worker`) up to date. The caller sees to it that nobody else does so meanwhile. */
export async function migrateQueue(connectionString: string): Promise<void> {
  const pgPool = new pg.Pool({ connectionString, max: 1 });
  try {
    await runMigrations({ pgPool, schema: "graphile_worker", logger: workerLog });
  } finally {
    await pgPool.end();
  }
}
