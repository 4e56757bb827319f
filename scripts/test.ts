// npm test: everything, in order. The last line counts every check and test that ran.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { runCommand } from "./run-step";

type Count = { passed: number; failed: number };
type Stage = { name: string; args: string[]; count: (output: string) => Count };

const report = (name: string) => `test-results/${name}.json`;

const vitest = (name: string): Stage => ({
  name,
  args: [
    "node_modules/vitest/vitest.mjs",
    ...["run", "--project", name, "--reporter=default", "--reporter=json", `--outputFile.json=${report(name)}`],
  ],
  count: () => vitestCount(name),
});

const stages: Stage[] = [
  { name: "validate", args: ["--import", "tsx", "scripts/validate.ts"], count: checksCount },
  vitest("unit"),
  vitest("db"),
  {
    name: "e2e",
    args: ["--import", "tsx", "scripts/e2e.ts"],
    count: () => sum([playwrightCount(), vitestCount("process")]),
  },
];

rmSync("test-results", { recursive: true, force: true });
mkdirSync("test-results", { recursive: true });
const summary: { name: string; count: Count; minutes: string }[] = [];
for (const { name, args, count } of stages) {
  console.log(`\n━━ ${name}`);
  const began = performance.now();
  const { code, output } = await runCommand(process.execPath, args, { show: true });
  const minutes = `${((performance.now() - began) / 60_000).toFixed(1)} min`;
  const counted = count(output);
  // A stage that fails without a failing test (it could not start, say) is one failure.
  summary.push({ name, minutes, count: code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted });
}

console.log("\n━━ summary");
for (const { name, count, minutes } of summary) {
  console.log(`${count.failed ? "✗" : "✓"} ${name}: ${count.passed} of ${count.passed + count.failed} in ${minutes}`);
}
const total = sum(summary.map(({ count }) => count));
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed || !total.passed ? 1 : 0);

function sum(counts: Count[]): Count {
  return counts.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), {
    passed: 0,
    failed: 0,
  });
}

function checksCount(output: string): Count {
  const [, passed = "0", all = "0"] = /(\d+) of (\d+) checks passed\s*$/.exec(output) ?? [];
  return { passed: Number(passed), failed: Number(all) - Number(passed) };
}

function vitestCount(name: string): Count {
  const found = readReport<{ numPassedTests: number; numFailedTests: number; numFailedTestSuites: number }>(name);
  if (!found) return { passed: 0, failed: 0 };
  return { passed: found.numPassedTests, failed: found.numFailedTests || found.numFailedTestSuites };
}

function playwrightCount(): Count {
  const found = readReport<{ stats: { expected: number; unexpected: number; flaky: number } }>("browser");
  return { passed: found?.stats.expected ?? 0, failed: (found?.stats.unexpected ?? 0) + (found?.stats.flaky ?? 0) };
}

function readReport<T>(name: string): T | null {
  try {
    return JSON.parse(readFileSync(report(name), "utf8")) as T;
  } catch {
    return null;
  }
}
