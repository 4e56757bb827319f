import { spawnSync } from "node:child_process";
import path from "node:path";

type Cruise = {
  modules: { source: string }[];
  summary: {
    violations: { from: string; to: string; rule: { name: string } }[];
    ruleSetUsed?: { forbidden?: { name?: string }[] };
  };
};

/** `modules`: how many of the folders' own files were read. */
export type FenceReport = {
  modules: number;
  rules: string[];
  violations: { rule: string; from: string; to: string }[];
};

/**
 * Runs the import fences over the folders of `dir` that exist.
 * @throws Error with the tool's own words when it could not run
 */
export function checkFences(dir: string, folders: string[], config: string): FenceReport {
  const cli = path.resolve("node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const args = [cli, "--config", config, "--output-type", "json", ...folders];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: dir, encoding: "utf8", maxBuffer: 1e9 });
  if (!stdout.startsWith("{")) throw new Error(`dependency-cruiser said: ${stderr || stdout}`);
  const { modules, summary } = JSON.parse(stdout) as Cruise;
  return {
    modules: modules.filter(({ source }) => folders.some((folder) => source.startsWith(`${folder}/`))).length,
    rules: (summary.ruleSetUsed?.forbidden ?? []).map(({ name }) => name ?? ""),
    violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}
