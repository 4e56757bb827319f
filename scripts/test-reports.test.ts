import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { playwrightReport, vitestReport } from "./test-reports";

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), "bitacora-reports-"));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

async function written(report: unknown): Promise<string> {
  const file = path.join(dir, "report.json");
  await writeFile(file, JSON.stringify(report));
  return file;
}

test("a failed browser test is named with its project, place and error, however deep it is nested", async () => {
  const spec = (title: string, status: string, message?: string) => ({
    title,
    file: "reading.spec.ts",
    line: 12,
    tests: [{ projectName: "phone-es", status, results: [{ errors: message ? [{ message }] : [] }] }],
  });
  const file = await written({
    stats: { expected: 1, unexpected: 1, flaky: 1 },
    suites: [
      {
        specs: [spec("opens", "expected")],
        suites: [{ specs: [spec("copies", "unexpected", "no clipboard"), spec("scrolls", "flaky", "late")] }],
      },
    ],
  });
  expect(playwrightReport(file)).toEqual({
    count: { passed: 1, failed: 2 },
    failures: [
      { name: "[phone-es] e2e/reading.spec.ts:12 › copies", why: "no clipboard" },
      { name: "[phone-es] e2e/reading.spec.ts:12 › scrolls", why: "late" },
    ],
  });
});

test("a failed test and a file that could not be loaded are named with the file they are in", async () => {
  const file = await written({
    numPassedTests: 1,
    numFailedTests: 1,
    numFailedTestSuites: 2,
    testResults: [
      {
        name: path.resolve("lib/a.test.ts"),
        status: "failed",
        message: "",
        assertionResults: [
          { status: "passed", fullName: "adds", failureMessages: [] },
          { status: "failed", fullName: "subtracts", failureMessages: ["expected 1, got 2"] },
        ],
      },
      { name: path.resolve("lib/b.test.ts"), status: "failed", message: "cannot find c", assertionResults: [] },
    ],
  });
  expect(vitestReport(file)).toEqual({
    count: { passed: 1, failed: 1 },
    failures: [
      { name: "lib/a.test.ts › subtracts", why: "expected 1, got 2" },
      { name: "lib/b.test.ts", why: "cannot find c" },
    ],
  });
});

test("a report that was never written counts nothing", () => {
  expect(vitestReport(path.join(dir, "none.json"))).toEqual({ count: { passed: 0, failed: 0 }, failures: [] });
});
