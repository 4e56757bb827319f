import { copyFileSync, mkdirSync } from "node:fs";
import path from "node:path";
import type { TestInfo } from "@playwright/test";
import en from "../messages/en.json" with { type: "json" };
import es from "../messages/es.json" with { type: "json" };
import { expect, expectNoAxeViolations, test } from "./fixtures";
import { bearer, signIn } from "./people";

const wordsOf = (info: TestInfo) => (info.project.name.endsWith("-en") ? en : es);

test("a plain Markdown file, put into the content folder, is read, started and run to its end", async ({
  page,
  request,
}, info) => {
  const { runs } = wordsOf(info);
  const service = `plain-${info.project.name}`;
  const folder = path.join(process.env.E2E_CONTENT ?? "", "runbooks", service);
  mkdirSync(folder, { recursive: true });
  copyFileSync("test/fixtures/plain/en-kube-pod-crash.md", path.join(folder, "kube-pod-crash.md"));
  const known = async () => (await request.get("/api/v1/runbooks", { headers: bearer("viewer") })).text();
  await expect.poll(known, { timeout: 30_000 }).toContain(`${service}/kube-pod-crash`);

  await signIn(page, "responder");
  await page.goto(`/runbooks/${service}/kube-pod-crash`);
  await expect(page.getByRole("heading", { name: "KubePodCrashLooping" }).first()).toBeVisible();
  const { runbooks } = JSON.parse(await known()) as {
    runbooks: { path: string; procedures: { id: string }[] }[];
  };
  const procedure = runbooks.find((one) => one.path === `${service}/kube-pod-crash`)?.procedures[0]?.id ?? "";
  await page.goto(`/runs/new?${new URLSearchParams({ runbook: `${service}/kube-pod-crash`, procedure })}`);
  await page.getByRole("button", { name: runs.start.startDrill }).click();
  await page.waitForURL(/\/runs\/[0-9a-f-]{36}$/);

  const heading = (name: string) => page.getByRole("heading", { level: 2, name });
  await expect(heading("Look at the last state of the pod")).toBeVisible();
  await expect(page.locator('[data-variable="pod"]')).toBeVisible();
  await expectNoAxeViolations(page);
  for (const next of [
    "Read what it said before it died",
    "Roll the deployment back",
    "Give it more memory if it was killed for it",
  ]) {
    await page.keyboard.press("p");
    await expect(heading(next)).toBeVisible();
  }
  await page.keyboard.press("p");
  await expect(page.getByText(runs.ended.completed, { exact: true }).first()).toBeVisible();
});
