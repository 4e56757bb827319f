import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { migrateQueue } from "@/lib/jobs/schema";

/** Where the project's migrations and schema live, seen from its root. */
const migrationsDir = (root: string) => path.join(root, "prisma/migrations");
const noFilter = { externalTables: [], externalEnums: [] };

async function filesIn(dir: string, ending: string) {
  const names = (await readdir(dir)).filter((name) => name.endsWith(ending)).sort();
  return Promise.all(
    names.map(async (name) => ({ path: path.join(dir, name), content: await readFile(path.join(dir, name), "utf8") })),
  );
}

async function migrationList(root: string) {
  const baseDir = migrationsDir(root);
  const names = (await readdir(baseDir, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  const migrationDirectories = await Promise.all(
    names.sort().map(async (name) => {
      const content = await readFile(path.join(baseDir, name, "migration.sql"), "utf8");
      return { path: name, migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: content } } };
    }),
  );
  const lockfile = {
    path: "migration_lock.toml",
    content: await readFile(path.join(baseDir, "migration_lock.toml"), "utf8"),
  };
  return { baseDir, lockfile, shadowDbInitScript: "", migrationDirectories };
}

// The adapter cuts scripts at every semicolon, function bodies included. PostgreSQL takes a whole script, in one transaction.
class WholeScripts extends PrismaPg {
  override async connect() {
    return whole(await super.connect());
  }
}

function whole(adapter: Awaited<ReturnType<PrismaPg["connect"]>>) {
  adapter.executeScript = async (script) => void (await adapter.underlyingDriver().query(script));
  return adapter;
}

async function withEngine<T>(
  root: string,
  connectionString: string,
  work: (engine: engine.SchemaEngine) => Promise<T>,
): Promise<T> {
  await instantiate();
  // A pool of our own, because the adapter leaves its connections open when the engine is freed.
  const pool = new pg.Pool({ connectionString, max: 4 });
  pool.on("error", () => {});
  const datamodels = (await filesIn(path.join(root, "prisma/schema"), ".prisma")).map(
    ({ path: file, content }) => [file, content] as [string, string],
  );
  try {
    const factory = bindMigrationAwareSqlAdapterFactory(new WholeScripts(pool, { disposeExternalPool: false }));
    const schemaEngine = await engine.SchemaEngine.new({ datamodels }, () => {}, factory);
    return await work(schemaEngine).finally(() => schemaEngine.free());
  } finally {
    await pool.end();
  }
}

let ready: Promise<void> | undefined;

// The package's own entry imports `.wasm` as a module, which Node does not: the same two files, wired by hand.
function instantiate(): Promise<void> {
  ready ??= (async () => {
    const script = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
    const file = path.join(path.dirname(script), "schema_engine_bg.wasm");
    const { instance } = await WebAssembly.instantiate(await readFile(file), {
      "./schema_engine_bg.js": engine as unknown as WebAssembly.ModuleImports,
    });
    engine.__wbg_set_wasm(instance.exports);
    (instance.exports.__wbindgen_start as () => void)();
  })();
  return ready;
}

/**
 * Brings a database up to date, exactly as `prisma migrate deploy` does (same `_prisma_migrations` table), without native engines,
 * and then the schema of the job queue.
 * @returns names of the migrations that were applied now
 */
export async function migrate(root: string, connectionString: string): Promise<string[]> {
  const applied = await withEngine(root, connectionString, async (schemaEngine) => {
    const migrationsList = await migrationList(root);
    const { appliedMigrationNames } = await schemaEngine.applyMigrations({ migrationsList, filters: noFilter });
    return appliedMigrationNames;
  });
  await migrateQueue(connectionString);
  return applied;
}

/**
 * SQL that leads from the schema of the newest migration to the schema files; empty when they agree. Each migration keeps
 * the schema it was made for beside it, because the adapter cannot yet describe a live database to the engine; of the connection it only wants the server's version.
 */
export function pendingSql(root: string, connectionString: string): Promise<string> {
  return withEngine(root, connectionString, async (schemaEngine) => {
    const newest = (await migrationList(root)).migrationDirectories.at(-1)?.path;
    const files = await filesIn(path.join(root, "prisma/schema"), ".prisma");
    const kept = newest ? await filesIn(path.join(migrationsDir(root), newest), ".prisma") : [];
    const from = kept.length ? { tag: "schemaDatamodel" as const, files: kept } : { tag: "empty" as const };
    const to = { tag: "schemaDatamodel" as const, files };
    const { stdout } = await schemaEngine.diff({ from, to, script: true, exitCode: null, filters: noFilter });
    return stdout && !stdout.includes("This is an empty migration") ? stdout : "";
  });
}
