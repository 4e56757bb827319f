import { spawn } from "node:child_process";
import { access, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { sourceStamp } from "./build-stamp";
import { hintScripts } from "./compile-hints";
import { keepDocumentBundle } from "./document-bundle";
import { bundleReader } from "./reader-bundle";
import { say, sentence } from "./say";
import { bundleServer } from "./server-bundle";
import type { Shutdown } from "./shutdown";
import { StartError } from "./start-error";
import { watchdog } from "./watchdog";
import { buildName, bundleWorker } from "./worker-bundle";

const stampFile = (root: string) => path.join(root, ".next", "bitacora-build");

/**
 * Builds unless the build that is there was made from these very sources.
 * @returns the build's name
 * @throws StartError when the build fails
 */
export async function ensureBuild(root: string, shutdown: Shutdown): Promise<string> {
  const stamp = sourceStamp(root);
  if (await isCurrent(root, stamp)) return buildName(stamp);
  const began = performance.now();
  say("building");
  await rm(stampFile(root), { force: true });
  const code = await nextBuild(root, shutdown);
  if (shutdown.signal.aborted) return buildName(stamp);
  if (code !== 0) throw new StartError(sentence("buildFailed", { code: String(code) }));
  await hintScripts(path.join(root, ".next", "static", "chunks"));
  const reader = await bundleReader(root);
  say("readerBuilt", { kilobytes: (Math.max(...Object.values(reader).map(({ bytes }) => bytes)) / 1_000).toFixed(1) });
  await bundleWorker(root, stamp);
  await keepDocumentBundle(root);
  await bundleServer(root);
  await writeFile(stampFile(root), stamp);
  say("built", { seconds: String(Math.round((performance.now() - began) / 1_000)) });
  return buildName(stamp);
}

async function isCurrent(root: string, stamp: string): Promise<boolean> {
  const kept = await readFile(stampFile(root), "utf8").catch(() => "");
  if (kept.trim() !== stamp) return false;
  return access(path.join(root, ".next", "BUILD_ID")).then(
    () => true,
    () => false,
  );
}

// A process group of its own: `next build` has workers, and one signal has to end them all.
function nextBuild(root: string, shutdown: Shutdown): Promise<number | null> {
  const cli = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const child = spawn(process.execPath, [cli, "build"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    detached: process.platform !== "win32",
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  const group = -(child.pid as number);
  const watchOff = watchdog(group, "TERM");
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", resolve);
  });
  shutdown.add(
    "build",
    () => {
      if (child.exitCode === null && child.signalCode === null) killGroup(group);
      return ended;
    },
    1_500,
  );
  return ended.finally(watchOff);
}

function killGroup(group: number) {
  try {
    process.kill(group, "SIGTERM");
  } catch {
    // It ended between the look and the signal.
  }
}
