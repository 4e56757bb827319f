import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";

/** Where Playwright keeps its own Chromium counts as found, and needs no path. */
export type Browser = { path?: string };

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const isRoot = process.getuid?.() === 0;
const debian = existsSync("/etc/debian_version");

/**
 * A Chromium for the tests: Playwright's if it is there, else `CHROMIUM_PATH`, else one on the PATH, else one that is installed
 * now (Playwright's where it can be downloaded, on Debian as root the system's).
 * @throws Error saying exactly what to type
 */
export function findBrowser(): Browser {
  const found = present();
  if (found) return found;
  console.log("There is no Chromium yet: installing one…");
  if (run("npx", ["playwright", "install", "chromium"]) && present()) return present() as Browser;
  if (debian && isRoot) {
    run("apt-get", ["update"]);
    run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"]);
    const installed = present();
    if (installed) return installed;
  }
  throw new Error(
    "The browser tests need a Chromium, and none could be installed here. Do one of these and run the command again:\n" +
      "  npx playwright install chromium\n" +
      "  sudo apt-get update && sudo apt-get install -y chromium        (Debian, Ubuntu)\n" +
      "  CHROMIUM_PATH=/path/to/chromium npm test                        (one that you have)",
  );
}

function present(): Browser | null {
  if (existsSync(chromium.executablePath())) return {};
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (existsSync(given)) return { path: given };
    throw new Error(`CHROMIUM_PATH names ${given}, which is not there.`);
  }
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const onPath = names
    .flatMap((name) => folders.map((folder) => path.join(folder, name)))
    .find((file) => existsSync(file));
  return onPath ? { path: onPath } : null;
}

const run = (command: string, args: string[]): boolean =>
  spawnSync(command, args, { stdio: ["ignore", "inherit", "inherit"], timeout: 600_000 }).status === 0;
