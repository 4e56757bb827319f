import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import path from "node:path";
import type { APIRequestContext, Page, TestInfo } from "@playwright/test";
import pg from "pg";
import en from "../messages/en.json" with { type: "json" };
import es from "../messages/es.json" with { type: "json" };
import { expect, expectNoAxeViolations, test } from "./fixtures";
import { bearer, signIn } from "./people";

const wordsOf = (info: TestInfo) => (info.project.name.endsWith("-en") ? en : es);
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A runbook of an owner of its own, which nobody has reviewed since 2024. */
async function publishStale(request: APIRequestContext, body = "# Notas\n") {
  const mark = randomUUID().slice(0, 8);
  const runbook = `agente-hotelero-api/pendiente-${mark}`;
  const [owner, title] = [`Equipo ${mark}`, `Purgar la cola ${mark}`];
  const head = `title: ${title}\nservice: agente-hotelero-api\nlang: es\nowner: ${owner}\nreviewed: 2024-05-01\nreviewEvery: 31d\n`;
  const data = { text: `---\n${head}---\n\n${body}`, baseBlob: null, message: "Runbook de una prueba" };
  const answer = await request.put(`/api/v1/runbooks/${runbook}`, { headers: bearer("editor"), data });
  expect(answer.status(), await answer.text()).toBe(200);
  return { runbook, owner, title, list: `/worklist?owner=${encodeURIComponent(owner)}` };
}

/** Waits until the job has found so many things for an owner. */
async function untilFound(request: APIRequestContext, owner: string, count: number) {
  const found = async () => {
    const answer = await request.get("/api/v1/worklist", { headers: bearer("editor"), params: { owner } });
    return ((await answer.json()) as { total: number }).total;
  };
  await expect.poll(found, { timeout: 20_000 }).toBe(count);
}

const rowOf = (page: Page, text: string) => page.locator("li[data-item]").filter({ hasText: text });
const named = (template: string, values: Record<string, string>) =>
  Object.entries(values).reduce((text, [key, value]) => text.replace(`{${key}}`, value), template);

test("a stale runbook is taken on, vouched for, and gone; git has the commit", async ({ page, request }, info) => {
  const { worklist } = wordsOf(info);
  const { runbook, owner, title, list } = await publishStale(request);
  await untilFound(request, owner, 2);
  await signIn(page, "editor");
  await page.goto(list);
  await expect(page.getByRole("heading", { name: owner })).toBeVisible();
  await expectNoAxeViolations(page);
  await rowOf(page, worklist.kinds["owner-nobody"].name)
    .getByRole("button", { name: worklist.kinds["owner-nobody"].todo })
    .click();
  await expect(page.getByText(worklist.yours)).toBeVisible();
  const stale = rowOf(page, worklist.kinds["review-overdue"].name);
  await stale.getByRole("checkbox", { name: named(worklist.vouch.choose, { title }) }).check();
  await page
    .getByRole("button", { name: wordOne(worklist.vouch.many), exact: true })
    .last()
    .click();
  await expect(stale).toBeHidden();
  const log = execFileSync("git", ["log", "-1", "--format=%s", "--stat", "--", `runbooks/${runbook}.mdx`], {
    cwd: path.resolve(process.env.E2E_CONTENT ?? ""),
    encoding: "utf8",
  });
  expect(log).toContain(named(worklist.vouch.commitOne, { path: runbook }));
  expect(log).toContain("1 insertion(+), 1 deletion(-)");
  await page.goto(`/runbooks/${runbook}`);
  await expect(
    page
      .locator(`time[datetime="${dayIn(0)}"]`)
      .or(page.locator(`time[datetime="${dayIn(-1)}"]`))
      .first(),
  ).toBeVisible();
});

/** The singular of a plural message. */
const wordOne = (message: string) => /one \{([^}]*)\}/.exec(message)?.[1] ?? message;

test("a runbook is vouched for on its own page, once, with what that means", async ({ page, request }, info) => {
  const { worklist, runbookMenu } = wordsOf(info);
  const { runbook, title } = await publishStale(request);
  await signIn(page, "editor");
  await page.goto(`/runbooks/${runbook}`);
  await page
    .locator("summary")
    .filter({ has: page.locator("svg") })
    .and(page.getByLabel(runbookMenu.label))
    .click();
  await page.getByRole("button", { name: worklist.vouch.open }).click();
  const dialog = page.getByRole("dialog", { name: named(worklist.vouch.title, { title }) });
  await expect(dialog).toContainText(worklist.vouch.means);
  await expectNoAxeViolations(page);
  await dialog.getByRole("button", { name: worklist.vouch.confirm }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(wordOne(worklist.vouch.done))).toBeVisible();
  const read = await request.get(`/api/v1/runbooks/${runbook}`, { headers: bearer("editor") });
  expect(((await read.json()) as { text: string }).text).not.toContain("reviewed: 2024-05-01");
});

test("a broken link leads to its line in the editor", async ({ page, request }, info) => {
  const { worklist } = wordsOf(info);
  const { owner, list } = await publishStale(request, "# Notas\n\nVer [la guía](/runbooks/nadie/nada).\n");
  await untilFound(request, owner, 3);
  await signIn(page, "editor");
  await page.goto(list);
  const broken = rowOf(page, worklist.kinds["broken-link"].name);
  await expect(broken).toContainText("nadie/nada");
  await broken.getByRole("link", { name: named(worklist.kinds["broken-link"].todo, { line: "12" }) }).click();
  await expect(page.locator(".cm-activeLine")).toContainText("nadie/nada");
});

test("an item is put off until a day, another dismissed with a reason", async ({ page, request }, info) => {
  const { worklist } = wordsOf(info);
  const { owner, title, list } = await publishStale(request);
  await untilFound(request, owner, 2);
  await signIn(page, "editor");
  await page.goto(list);
  const stale = rowOf(page, worklist.kinds["review-overdue"].name);
  await stale.getByRole("button", { name: named(worklist.snooze.of, { title }) }).click();
  const snooze = page.getByRole("dialog");
  await expectNoAxeViolations(page);
  await snooze.getByLabel(worklist.snooze.until).fill(dayIn(20));
  await snooze.getByRole("button", { name: worklist.snooze.do, exact: true }).click();
  await expect(stale).toBeHidden();
  const nobody = rowOf(page, worklist.kinds["owner-nobody"].name);
  await nobody.getByRole("button", { name: named(worklist.dismiss.of, { title: owner }) }).click();
  const dismiss = page.getByRole("dialog");
  await dismiss.getByLabel(worklist.dismiss.reason).fill("Equipo de una prueba");
  await dismiss.getByRole("button", { name: worklist.dismiss.do, exact: true }).click();
  await expect(page.getByText(worklist.empty.narrowed)).toBeVisible();
  await page.goto(`${list}&state=snoozed`);
  await expect(stale.locator(`time[datetime="${dayIn(20)}"]`)).toBeVisible();
  await stale.getByRole("button", { name: named(worklist.reopen.of, { title }) }).click();
  await expect(stale).toBeHidden();
  await page.goto(`${list}&state=dismissed`);
  await expect(nobody).toContainText("Equipo de una prueba");
});

test("the weekly reminder waits on the home page of whoever answers, and can be hidden", async ({
  page,
  request,
}, info) => {
  const { worklist, incidents } = wordsOf(info);
  const { owner } = await publishStale(request);
  await signIn(page, "editor");
  await page.goto("/worklist/owners");
  await page.getByRole("button", { name: named(worklist.owners.takeOf, { owner }) }).click();
  const people = page.getByRole("list", { name: named(worklist.owners.peopleOf, { owner }) });
  await expect(people.getByRole("listitem")).not.toHaveText(worklist.owners.nobody);
  await expectNoAxeViolations(page);
  await untilFound(request, owner, 1);
  const reminded = async () => {
    await makeRemindersDue();
    const answer = await page.request.get("/api/v1/reminders");
    const { reminders } = (await answer.json()) as { reminders: { owner: string }[] };
    return reminders.map((one) => one.owner);
  };
  await expect.poll(reminded, { timeout: 20_000 }).toContain(owner);
  await page.goto("/");
  const waiting = page.getByRole("region", { name: incidents.handover.waitingForYou });
  const row = waiting.getByRole("listitem").filter({ hasText: owner });
  await expect(row).toBeVisible();
  await expectNoAxeViolations(page);
  await row.getByRole("button", { name: named(worklist.reminders.hide, { owner }) }).click();
  await expect(row).toBeHidden();
});

/** Lets the week's hour of reminders come now. */
async function makeRemindersDue() {
  const client = new pg.Client({ connectionString: process.env.E2E_DATABASE });
  await client.connect();
  const payload = JSON.stringify({ dueAt: new Date(Date.now() - 1_000).toISOString() });
  await client.query(
    "UPDATE graphile_worker._private_jobs SET run_at = now() - interval '1 second', payload = $1::json WHERE key = 'owner-reminders' AND locked_at IS NULL",
    [payload],
  );
  await client.end();
}
