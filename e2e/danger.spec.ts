import type { APIRequestContext, Page, TestInfo } from "@playwright/test";
import en from "../messages/en.json" with { type: "json" };
import es from "../messages/es.json" with { type: "json" };
import { expect, expectNoAxeViolations, test } from "./fixtures";
import { publishOwn, startOwn } from "./own-runbook";
import { bearer, signIn } from "./people";

const wordsOf = (info: TestInfo) => (info.project.name.endsWith("-en") ? en : es);
const wipe = `<Step id="vaciar" title="Vaciar redis" kind="change" irreversible target="redis-prod">

\`\`\`bash
redis-cli flushall
\`\`\`

</Step>`;

/** Irreversible steps of runbooks of low criticality want a second person from here on; no other test runs one. */
async function askForTwo(request: APIRequestContext) {
  const headers = bearer("admin");
  const { rules } = (await (await request.get("/api/v1/approval-rules", { headers })).json()) as {
    rules: { criticality: string; scope: string; version: number }[];
  };
  const low = rules.find(({ criticality }) => criticality === "low");
  if (low?.scope === "irreversible") return;
  const data = { scope: "irreversible", timeout: 600, expectedVersion: low?.version ?? 0 };
  const answer = await request.put("/api/v1/approval-rules/low", { headers, data });
  // Another project of this file may have been first.
  expect([200, 409]).toContain(answer.status());
}

async function dangerousRun(request: APIRequestContext) {
  await askForTwo(request);
  return startOwn(request, await publishOwn(request, wipe));
}

const button = (page: Page, name: string) => page.getByRole("button", { name });
const timelineOf = async (request: APIRequestContext, key: string) => {
  const answer = await request.get(`/api/v1/incidents/${key}/timeline`, { headers: bearer("viewer") });
  return ((await answer.json()) as { entries: { kind: string; data: { event?: string } }[] }).entries;
};

test("somebody asks, another person grants from their own screen, and the step is done", async ({
  page,
  request,
  browser,
}, info) => {
  const { runs, shell, approvals } = wordsOf(info);
  const { key, runId } = await dangerousRun(request);
  const other = await (await browser.newContext()).newPage();
  await signIn(page, "responder");
  await signIn(other, "editor");
  await page.goto(`/incidents/${key}/runs/${runId}`);
  await other.goto(`/incidents/${key}/runs/${runId}`);
  await expect(page.getByRole("region", { name: runs.danger.label })).toContainText("redis-prod");
  await expect(page.getByRole("button", { name: runs.step.start })).toHaveCount(0);
  await expectNoAxeViolations(page);

  await page.getByLabel(runs.approval.note).fill("Vacío redis entero, hay copia de las 02:00");
  await page.reload();
  await expect(page.getByLabel(runs.approval.note)).toHaveValue(/Vacío redis/);
  await button(page, runs.approval.ask).click();
  await expect(page.getByText(runs.approval.waitingFor)).toBeVisible();
  await expect(button(page, runs.approval.grant)).toHaveCount(0);
  await expect(other.getByText("Vacío redis entero")).toBeVisible({ timeout: 5_000 });
  await expect(other.getByRole("link", { name: waiting(shell.approvals.waiting) })).toBeVisible();
  await expectNoAxeViolations(other);

  await button(other, runs.approval.grant).click();
  await expect(button(page, runs.step.start)).toBeVisible({ timeout: 5_000 });
  await page.locator("[name=run-confirm]").fill("redis-prod");
  await button(page, runs.step.plain.complete).click();
  await expect(page.getByText(runs.ended.completed)).toBeVisible();
  const events = (await timelineOf(request, key)).map(({ data }) => data.event);
  expect(events).toEqual(expect.arrayContaining(["approval-asked", "approval-granted"]));
  await other.goto("/approvals");
  await expect(other.getByRole("heading", { level: 1, name: approvals.title })).toBeVisible();
  await expectNoAxeViolations(other);
  await other.context().close();
});

test("an emergency goes on without a second person, with a reason that everybody sees", async ({
  page,
  request,
}, info) => {
  const { runs } = wordsOf(info);
  const { key, runId } = await dangerousRun(request);
  await signIn(page, "responder");
  await page.goto(`/incidents/${key}/runs/${runId}`);
  await button(page, runs.approval.override).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: runs.approval.overrideDo })).toBeDisabled();
  await expectNoAxeViolations(page);
  await dialog.getByRole("textbox").fill(`Nadie contesta en ${key}`);
  await dialog.getByRole("button", { name: runs.approval.overrideDo }).click();
  await expect(button(page, runs.step.start)).toBeVisible();
  await page.goto("/approvals");
  await expect(page.getByText(`Nadie contesta en ${key}`)).toBeVisible();
  const last = (await timelineOf(request, key)).at(-1);
  expect(last).toMatchObject({ kind: "decision", data: { event: "approval-overridden" } });
});

test("an administrator sees the rules, and sets one", async ({ page }, info) => {
  const { approvalRules } = wordsOf(info);
  await signIn(page, "admin");
  await page.goto("/admin/approvals");
  const form = page.getByRole("form", { name: approvalRules.levels.medium });
  await expect(form.getByRole("button", { name: approvalRules.save })).toBeDisabled();
  await expectNoAxeViolations(page);
});

/** The name of the counter, whatever the count. */
const waiting = (message: string) =>
  new RegExp([...message.matchAll(/\{# ([^}]+)\}/g)].map(([, words]) => words).join("|"));
