// npm run import-incident -- INC-42.json [more files]: takes in incidents exported from another portal, running or not.
import { readFile } from "node:fs/promises";
import { IncidentExport } from "@/features/records/export-schema";
import { importIncident } from "@/features/records/import/commands";
import { system } from "@/lib/auth/actor";
import { withPortalDatabase } from "@/lib/db/standalone";
import { isAppError } from "@/lib/errors/app-error";

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error("usage: npm run import-incident -- <file.json> …");
  process.exit(2);
}
try {
  await withPortalDatabase(process.cwd(), async (db) => {
    const ctx = { db, actor: system, now: () => new Date(), source: "system", locale: "es" } as const;
    for (const file of files) {
      const record = IncidentExport.safeParse(JSON.parse(await readFile(file, "utf8")));
      if (!record.success) {
        const [issue] = record.error.issues;
        throw new Error(`${file}: ${issue?.path.join(".") || "the document"}: ${issue?.message}`);
      }
      const { key, repeated } = await importIncident(ctx, record.data);
      console.log(`${file}: ${key}${repeated ? " (was here already)" : ""}`);
    }
  });
} catch (error) {
  const details = isAppError(error) ? ` ${JSON.stringify(error.details)}` : "";
  console.error(`${error instanceof Error ? error.message : error}${details}`);
  process.exitCode = 1;
}
process.exit(); // the migration engine keeps a timer of ten seconds after its work is done
