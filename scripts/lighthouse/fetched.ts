import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { runCommand } from "../run-step";

/** The last one that runs on Node 20: with 150 packages and 185 MB it is fetched when asked for, and no dependency of ours. */
export const lighthouseVersion = "12.8.2";

export type Audit = {
  id: string;
  title: string;
  score: number | null;
  scoreDisplayMode: string;
  displayValue?: string;
  numericValue?: number;
  details?: { items?: Record<string, unknown>[] };
};
export type Category = { title: string; score: number | null; auditRefs: { id: string; weight: number }[] };
/** What we read of a Lighthouse result (its docs/understanding-results.md). */
export type LighthouseResult = {
  categories: Record<string, Category>;
  audits: Record<string, Audit>;
  runtimeError?: { message: string };
  /** What Lighthouse found this machine's processor to be worth; half of it on a machine that has as much else to do. */
  environment: { benchmarkIndex: number };
};
export type Lighthouse = (
  url: string,
  flags: Record<string, unknown>,
) => Promise<{ lhr: LighthouseResult } | undefined>;
export type LaunchedChrome = { port: number; kill: () => void };
type Launch = (options: { chromePath?: string; chromeFlags: string[] }) => Promise<LaunchedChrome>;

/** Lighthouse and its starter of Chromium, from a folder below the system's temporary one that later runs find again. */
export async function fetchedLighthouse(): Promise<{ lighthouse: Lighthouse; launch: Launch }> {
  const folder = path.join(os.tmpdir(), `bitacora-lighthouse-${lighthouseVersion}`);
  const modules = path.join(folder, "node_modules");
  const main = path.join(modules, "lighthouse", "core", "index.js");
  if (!existsSync(main)) await fetchInto(folder);
  const load = (file: string): Promise<unknown> => import(pathToFileURL(file).href);
  const { default: lighthouse } = (await load(main)) as { default: Lighthouse };
  const launcher = path.join(modules, "chrome-launcher", "dist", "index.js");
  const { launch } = (await load(launcher)) as { launch: Launch };
  return { lighthouse, launch };
}

async function fetchInto(folder: string): Promise<void> {
  console.log(`Fetching Lighthouse ${lighthouseVersion} into ${folder} (185 MB)…`);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "package.json"), '{ "private": true }\n');
  const args = ["install", "--prefix", folder, "--no-audit", "--no-fund", `lighthouse@${lighthouseVersion}`];
  // It needs no browser of its own: it is given ours.
  const env = { PUPPETEER_SKIP_DOWNLOAD: "1" };
  const { code, output } = await runCommand("npm", args, { env });
  if (code !== 0) throw new Error(`Lighthouse could not be fetched:\n${output}`);
}
