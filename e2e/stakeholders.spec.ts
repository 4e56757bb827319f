import type { APIRequestContext, Page, TestInfo } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures";
import { bearer, declareIncident, signIn } from "./people";
import { isPhone, wordsOf } from "./words";

const send = async (request: APIRequestContext, key: string, what: string, data: Record<string, unknown>) => {
  const answer = await request.post(`/api/v1/incidents/${key}/${what}`, { headers: bearer("responder"), data });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()) as { path?: string; id?: string; entry?: { id: string } };
};

/** A reader without an account. */
async function stranger(page: Page, info: TestInfo, javaScriptEnabled = true): Promise<Page> {
  const { baseURL, locale, viewport } = info.project.use;
  const context = await page.context().browser()!.newContext({ baseURL, locale, viewport, javaScriptEnabled });
  return context.newPage();
}

test("an update has its parts, shows what stakeholders will see, and starts from the last one", async ({
  page,
  request,
}, info) => {
  const { updates, timeline, share } = wordsOf(info).incidents;
  const key = await declareIncident(request, "Pagos lentos");
  await signIn(page, "responder");
  await page.goto(`/incidents/${key}`);
  await page.getByRole("button", { name: updates.button }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(updates.part.condition).fill("Los pagos van **lentos**");
  await dialog.getByLabel(updates.part.actions).fill("Ampliamos la base");
  await dialog.getByLabel(updates.next).selectOption("30");
  const preview = dialog.getByRole("region", { name: updates.preview });
  await expect(preview).toContainText(share.page.impact.SEV2);
  await expect(preview.getByText("lentos", { exact: true })).toBeVisible();
  await expectNoAxeViolations(page);
  await dialog.getByRole("button", { name: updates.publish }).click();
  await expect(dialog).toBeHidden();
  const log = page.getByRole("region", { name: timeline.label });
  await expect(log.getByText("Ampliamos la base")).toBeVisible();
  const [left = ""] = updates.left.split("{time}");
  await expect(page.getByRole("timer").filter({ hasText: new RegExp(`${left}(30:00|29:\\d\\d)`) })).toBeVisible();

  await page.getByRole("button", { name: updates.button }).click();
  await dialog.getByRole("button", { name: updates.startFromLast }).click();
  await expect(dialog.getByLabel(updates.part.condition)).toHaveValue("Los pagos van **lentos**");
  await expect(dialog.getByLabel(updates.part.actions)).toHaveValue("Ampliamos la base");
});

test("an update that is due is said to whoever owes it, by the second, and put off with a reason", async ({
  page,
  request,
}, info) => {
  const words = wordsOf(info);
  const { updates, change, timeline } = words.incidents;
  const key = await declareIncident(request, "Se acaba el plazo");
  await signIn(page, "responder");
  await page.goto(`/incidents/${key}`);
  const soon = new Date(Date.now() + 4_000).toISOString();
  await send(request, key, "updates", { condition: "Va lento", nextUpdateAt: soon });
  const nudge = page.getByRole("region", { name: updates.nudgeLabel });
  await expect(nudge).toContainText(updates.nudge);
  const [overdue = ""] = updates.overdue.split("{time}");
  await expect(page.getByText(overdue)).toBeVisible();
  const [said = ""] = updates.did.due.split("<at>");
  await expect(page.getByRole("region", { name: timeline.label }).getByText(said)).toHaveCount(1);
  await expectNoAxeViolations(page);
  await nudge.getByRole("button", { name: updates.snooze }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(change.reason).fill("Esperamos al proveedor");
  await dialog.getByRole("button", { name: change.save, exact: true }).click();
  await expect(nudge.getByText(updates.nudge)).toBeHidden();
  await expect(page.getByText("Esperamos al proveedor")).toBeVisible();
});

test("a link shows stakeholders the updates and nothing else, keeps itself current, and can be revoked", async ({
  page,
  request,
}, info) => {
  const { share, view } = wordsOf(info).incidents;
  const key = await declareIncident(request, "Cliente Ñandú sin pagos");
  await send(request, key, "updates", { condition: "Los pagos van **lentos**", actions: "Ampliamos la base" });
  await send(request, key, "timeline", { body: "nota interna" });
  await signIn(page, "responder");
  await page.goto(`/incidents/${key}`);
  if (isPhone(info)) await page.getByRole("button", { name: view.facts, exact: true }).click();
  await page.getByRole("button", { name: share.make }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(share.publicTitle).fill("Pagos con retraso");
  await dialog.getByRole("button", { name: share.create }).click();
  const address = (await dialog.locator("code").textContent()) ?? "";
  await expectNoAxeViolations(page);
  await dialog.getByRole("button", { name: share.done }).click();
  await expect(page.getByText(share.unseen)).toBeVisible();

  const reader = await stranger(page, info);
  const answer = await reader.goto(address);
  expect(answer?.headers()).toMatchObject({
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-robots-tag": "noindex, nofollow",
    "content-security-policy": expect.stringContaining("default-src 'none'"),
  });
  await expect(reader.getByRole("heading", { level: 1, name: "Pagos con retraso" })).toBeVisible();
  await expect(reader.getByText(share.page.status.investigating)).toBeVisible();
  await expect(reader.getByText("Ampliamos la base")).toBeVisible();
  await expect(reader.locator("body")).not.toContainText(/Ñandú|interna|INC-/);
  await expectNoAxeViolations(reader);

  await send(request, key, "updates", { condition: "Ya responde" });
  await reader.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect(reader.getByText("Ya responde")).toBeVisible();
  await expect(reader.getByRole("status")).toHaveText(share.page.said);

  await page.getByRole("button", { name: share.revokeOf.replace("{title}", "Pagos con retraso") }).click();
  await page.getByRole("button", { name: share.revokeSure }).click();
  await expect(page.getByText(share.state.revoked, { exact: true })).toBeVisible();
  await reader.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect(reader.getByRole("heading", { level: 1, name: share.page.gone.title })).toBeVisible();
  await reader.context().close();
});

test("without JavaScript the page is whole, and a wrong link opens nothing", async ({ page, request }, info) => {
  const { share } = wordsOf(info).incidents;
  const key = await declareIncident(request, "Sin JavaScript");
  await send(request, key, "updates", { condition: "Va lento" });
  const { path = "" } = await send(request, key, "share-links", { title: "Va lento hoy" });
  const reader = await stranger(page, info, false);
  await reader.goto(path);
  await expect(reader.getByText("Va lento", { exact: true })).toBeVisible();
  await send(request, key, "updates", { condition: "Va mejor" });
  await reader.getByRole("link", { name: share.page.again }).click();
  await expect(reader.getByText("Va mejor")).toBeVisible();
  const wrong = await reader.goto(`/updates/${"x".repeat(43)}`);
  expect(wrong?.status()).toBe(404);
  await expect(reader.getByRole("heading", { name: share.page.gone.title })).toBeVisible();
  await reader.context().close();
});
