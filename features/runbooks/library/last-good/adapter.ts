import { dataPath } from "@/lib/env";
import type { RunbookPath } from "../../artifact";
import { sha256 } from "../../content/adapter";
import { readJson, writeJson } from "../../pipeline/cache/adapter";

/** The text of a runbook when it last passed the gate. It is gated again before it is served. */
export type LastGood = { path: RunbookPath; format: "mdx" | "md"; source: string };

const fileOf = (path: RunbookPath) => dataPath("last-good", `${sha256(path)}.json`);

export const readLastGood = (path: RunbookPath) => readJson<LastGood>(fileOf(path));

/** Remembers a version beyond restarts; writes only what is new. */
export async function keepLastGood(version: LastGood): Promise<void> {
  const kept = await readLastGood(version.path);
  if (kept?.source !== version.source || kept.format !== version.format) await writeJson(fileOf(version.path), version);
}
