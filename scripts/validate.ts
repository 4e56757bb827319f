// npm run validate: everything that can be said of the code without running it.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { checkFences } from "./checks/fences";
import { judgeLengths } from "./checks/file-length";
import { compareMessages } from "./checks/messages";
import { commandStep, step } from "./run-step";

const fencedFolders = ["app", "components", "features", "lib"];

// Files that git knows or would take in: what is ignored is not ours.
const ours = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { encoding: "utf8" })
  .split("\n")
  .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !file.startsWith("test/planted/") && existsSync(file));

const fileLengths = () =>
  step("file lengths", async () => {
    const files = ours.map((file) => ({ file, lines: readFileSync(file, "utf8").split("\n").length - 1 }));
    const { problems, median, p95 } = judgeLengths(files);
    return { problems, note: `${files.length} files, median ${median} lines, 95th percentile ${p95}` };
  });

const messages = () =>
  step("messages", async () => {
    const read = (locale: string) => JSON.parse(readFileSync(`messages/${locale}.json`, "utf8"));
    return { problems: compareMessages(read("es"), read("en"), ["es", "en"]) };
  });

const fences = () =>
  step("import fences", async () => {
    const expected = ours.filter((file) => fencedFolders.some((folder) => file.startsWith(`${folder}/`))).length;
    const { modules, violations } = checkFences(".", fencedFolders, ".dependency-cruiser.mjs");
    const problems = violations.map(({ rule, from, to }) => `${rule}: ${from} → ${to}`);
    // Under an unsupported TypeScript it reads no module at all, and finds nothing wrong with that.
    if (modules < expected) problems.push(`only ${modules} modules were read, of ${expected} files`);
    return { problems, note: `${modules} modules` };
  });

const bin = (name: string) => `node_modules/.bin/${name}`;

const quick = [await fileLengths(), await messages()];
const prepared = [await commandStep("generated client", process.execPath, ["scripts/generate.mjs"])];
prepared.push(await commandStep("route types", bin("next"), ["typegen"], { NEXT_TELEMETRY_DISABLED: "1" }));
const slow = await Promise.all([
  commandStep("type check", bin("tsc"), ["--noEmit", "-p", "."]),
  commandStep("lint and format", bin("biome"), ["ci", "--colors=off", "--error-on-warnings", "."]).then(
    async (lint) => [lint, await fences()],
  ),
]);

const results = [...quick, ...prepared, ...slow.flat()];
const failed = results.filter(({ ok }) => !ok).length;
console.log(`${results.length - failed} of ${results.length} checks passed`);
process.exit(failed ? 1 : 0);
