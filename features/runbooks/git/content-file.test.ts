import { expect, test } from "vitest";
import { isNewRunbookPath, isRunbookPath } from "./content-file";

test.each([
  "../etc/passwd",
  "api/../../x",
  "api/..",
  "./api",
  "/etc/passwd",
  "api//x",
  "api/x/y",
  "api",
  "",
  ".git/config",
  "api/.git",
  "x.git/hooks",
  "api/main.lock",
  "api/a\\b",
  "api/a b",
  "api/a\0b",
  "api/a\nb",
  "api/-rf",
  "--help/x",
  "api/é",
  "api/a:b",
  "api/a..b",
  `api/${"x".repeat(101)}`,
])("%j names no runbook", (path) => {
  expect(isRunbookPath(path)).toBe(false);
  expect(isNewRunbookPath(path)).toBe(false);
});

test("an existing file may have a name of its own, a new one is kebab-case", () => {
  expect(isRunbookPath("prometheus/KubePodCrashLooping_v1.2")).toBe(true);
  expect(isNewRunbookPath("prometheus/KubePodCrashLooping_v1.2")).toBe(false);
  expect(isNewRunbookPath("agente-hotelero-api/emergencias")).toBe(true);
});
