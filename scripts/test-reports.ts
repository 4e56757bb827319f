// What the JSON reports of Vitest and Playwright say: how many passed, and which failed with why.
import { readFileSync } from "node:fs";
import path from "node:path";

export type Count = { passed: number; failed: number };
/** A test that failed, as one line of name and a few of why. */
export type Failure = { name: string; why: string };
export type Report = { count: Count; failures: Failure[] };

type Vitest = {
  numPassedTests: number;
  numFailedTests: number;
  numFailedTestSuites: number;
  testResults: {
    name: string;
    message: string;
    status: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
};
type Suite = { suites?: Suite[]; specs?: Spec[] };
type Spec = {
  title: string;
  file: string;
  line: number;
  tests: { projectName: string; status: string; results: { errors: { message?: string }[] }[] }[];
};
type Playwright = { stats: { expected: number; unexpected: number; flaky: number }; suites: Suite[] };

const nothing: Report = { count: { passed: 0, failed: 0 }, failures: [] };

/** @param file of Vitest's JSON reporter; one that is not there counts nothing */
export function vitestReport(file: string): Report {
  const found = readJson<Vitest>(file);
  if (!found) return nothing;
  return {
    count: { passed: found.numPassedTests, failed: found.numFailedTests || found.numFailedTestSuites },
    failures: found.testResults.flatMap(({ name, message, status, assertionResults }) => {
      const failed = assertionResults.filter((test) => test.status === "failed");
      const at = path.relative(process.cwd(), name);
      if (failed.length === 0) return status === "failed" ? [{ name: at, why: message }] : [];
      return failed.map((test) => ({ name: `${at} › ${test.fullName}`, why: test.failureMessages.join("\n") }));
    }),
  };
}

/** @param file of Playwright's JSON reporter; a test that passed only at a second try has failed */
export function playwrightReport(file: string): Report {
  const found = readJson<Playwright>(file);
  if (!found) return nothing;
  const { expected, unexpected, flaky } = found.stats;
  return {
    count: { passed: expected, failed: unexpected + flaky },
    failures: found.suites.flatMap(specsOf).flatMap(({ title, file: at, line, tests }) =>
      tests
        .filter(({ status }) => status === "unexpected" || status === "flaky")
        .map(({ projectName, results }) => ({
          name: `[${projectName}] e2e/${at}:${line} › ${title}`,
          why: results.flatMap(({ errors }) => errors.map(({ message }) => message ?? "")).join("\n"),
        })),
    ),
  };
}

const specsOf = ({ suites = [], specs = [] }: Suite): Spec[] => [...specs, ...suites.flatMap(specsOf)];

function readJson<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as T;
  } catch {
    return null;
  }
}
