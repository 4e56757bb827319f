// npm start, npm run dev: the whole portal in one process (docs/decisions/0001-one-process.md).
import { access } from "node:fs/promises";
import { contentPath } from "@/lib/env";
import { startPortal } from "@/lib/server/portal";

await startPortal({
  root: import.meta.dirname,
  dev: process.env.NODE_ENV === "development",
  whenMigrated: async () => {},
  loadContent: async () => {},
  probes: { content: () => access(contentPath("runbooks")) },
});
