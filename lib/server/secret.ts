import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

/** The key that signs sessions: kept in `dir`, readable by its owner only, and made there the first time. */
export async function keptSecret(dir: string): Promise<string> {
  const file = path.join(dir, "nextauth-secret");
  const kept = (await readFile(file, "utf8").catch(() => "")).trim();
  if (kept.length >= 32) return kept;
  await mkdir(dir, { recursive: true });
  const secret = randomBytes(48).toString("base64url");
  await writeFile(file, `${secret}\n`, { mode: 0o600 });
  return secret;
}
