// Generates the Prisma client. The CLI insists on a schema engine that this command does not use and that it would
// download: any executable satisfies it (docs/decisions/0003-prisma-without-native-engines.md).
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";

const cli = createRequire(import.meta.url).resolve("prisma/build/index.js");
const { status } = spawnSync(process.execPath, [cli, "generate", "--no-hints"], {
  stdio: ["ignore", process.env.CI || process.env.VERBOSE ? "inherit" : "ignore", "inherit"],
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1" },
});
process.exit(status ?? 1);
