// npm run migration -- <name>: writes prisma/migrations/<time>_<name>/ with the SQL that leads from the newest migration's
// schema to the schema files, and that schema beside it.
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { startEmbedded } from "@/lib/db/embedded";
import { pendingSql } from "@/lib/db/migrate";

const root = process.cwd();
const name = process.argv[2];
if (!name) throw new Error("usage: npm run migration -- <name>");

const dir = await mkdtemp(path.join(os.tmpdir(), "bitacora-migration-"));
const postgres = await startEmbedded({ dir, unsafe: true });
try {
  const sql = await pendingSql(root, postgres.url);
  if (!sql) console.log("The migrations and the schema agree.");
  else await writeMigration(sql);
} finally {
  await postgres.stop();
  await rm(dir, { recursive: true, force: true });
}

async function writeMigration(sql: string) {
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = path.join(root, "prisma/migrations", `${stamp}_${name?.replace(/\W+/g, "_")}`);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "migration.sql"), sql);
  await cp(path.join(root, "prisma/schema"), folder, { recursive: true });
  console.log(`Wrote ${path.relative(root, folder)}/migration.sql: read it before you commit it.`);
}
