import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";

/** Where Playwright keeps its own Chromium counts as found, and needs no path. */
export type Browser = { path?: string };

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const isRoot = process.getuid?.() === 0;
// Ubuntu has the file `/etc/debian_version` too, but its `chromium` package is a snap that does not start everywhere.
const debian = existsSync("/etc/os-release") && /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"));

/**
 * A Chromium for the tests: Playwright's if it is there, else `CHROMIUM_PATH`, else one on the PATH, else one that is installed
 * now (on Debian as root the system's, else Playwright's).
 * @throws Error saying exactly what to type
 */
export function findBrowser(): Browser {
  const found = present();
  if (found) return found;
  console.log("There is no Chromium yet: installing one…");
  // The system's package brings the libraries along that a bare machine lacks; Playwright's download does not.
  const ways = debian && isRoot ? [installWithApt, installWithPlaywright] : [installWithPlaywright];
  for (const install of ways) {
    install();
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

function installWithApt() {
  run("apt-get", ["update"]);
  run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"]);
}

const installWithPlaywright = () => run("npx", ["playwright", "install", "chromium"]);

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
