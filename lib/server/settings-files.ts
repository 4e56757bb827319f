import { existsSync } from "node:fs";
import path from "node:path";

/** What the environment does not say, `.env.local` says, and then `.env`. */
export function readSettingsFiles(root: string): void {
  for (const name of [".env.local", ".env"]) {
    const file = path.join(root, name);
    if (existsSync(file)) process.loadEnvFile(file);
  }
}
