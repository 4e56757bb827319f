// npm test: everything, in order. The last line counts every check and test that ran.
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";
import { runCommand } from "./run-step";
import { type Count, playwrightReport, type Report, vitestReport } from "./test-reports";

type Stage = { name: string; args: string[]; report: (output: string) => Report };

const reportFile = (name: string) => `test-results/${name}.json`;

const vitest = (name: string): Stage => ({
  name,
  args: [
    "node_modules/vitest/vitest.mjs",
    ...["run", "--project", name, "--reporter=default", "--reporter=json", `--outputFile.json=${reportFile(name)}`],
  ],
  report: () => vitestReport(reportFile(name)),
});

const stages: Stage[] = [
  { name: "validate", args: ["--import", "tsx", "scripts/validate.ts"], report: checksReport },
  vitest("unit"),
  vitest("db"),
  {
    name: "e2e",
    args: ["--import", "tsx", "scripts/e2e.ts"],
    report: () => {
      const browser = readdirSync("test-results").filter((file) => /^browser-.+\.json$/.test(file));
      const reports = browser.map((file) => playwrightReport(`test-results/${file}`));
      reports.push(vitestReport(reportFile("process")));
      return { count: sum(reports.map(({ count }) => count)), failures: reports.flatMap(({ failures }) => failures) };
    },
  },
];

rmSync("test-results", { recursive: true, force: true });
mkdirSync("test-results", { recursive: true });
const summary: ({ name: string; minutes: string } & Report)[] = [];
for (const { name, args, report } of stages) {
  console.log(`\n━━ ${name}`);
  const began = performance.now();
  const { code, output } = await runCommand(process.execPath, args, { show: true });
  const minutes = `${((performance.now() - began) / 60_000).toFixed(1)} min`;
  const { count, failures } = report(output);
  // A stage that fails without a failing test (it could not start, say) is one failure.
  const counted = code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
  summary.push({ name, minutes, count: counted, failures });
}

console.log("\n━━ summary");
for (const { name, count, minutes, failures } of summary) {
  console.log(`${count.failed ? "✗" : "✓"} ${name}: ${count.passed} of ${count.passed + count.failed} in ${minutes}`);
  for (const failure of failures) console.log(`  ✗ ${failure.name}\n${shortly(failure.why)}`);
}
const total = sum(summary.map(({ count }) => count));
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed || !total.passed ? 1 : 0);

/** The lines of an error that tell most: what was expected and what came. */
function shortly(why: string): string {
  const lines = stripVTControlCharacters(why)
    .split("\n")
    .filter((line) => line.trim());
  return lines
    .slice(0, 8)
    .map((line) => `      ${line.slice(0, 200)}`)
    .join("\n");
}

function sum(counts: Count[]): Count {
  return counts.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), {
    passed: 0,
    failed: 0,
  });
}

function checksReport(output: string): Report {
  const [, passed = "0", all = "0"] = /(\d+) of (\d+) checks passed\s*$/.exec(output) ?? [];
  return { count: { passed: Number(passed), failed: Number(all) - Number(passed) }, failures: [] };
}
