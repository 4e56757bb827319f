import type { APIRequestContext, TestInfo } from "@playwright/test";
import en from "../messages/en.json" with { type: "json" };
import es from "../messages/es.json" with { type: "json" };
import { expect, expectNoAxeViolations, test } from "./fixtures";
import { bearer, signIn } from "./people";

const wordsOf = (info: TestInfo) => (info.project.name.endsWith("-en") ? en : es);
const isPhone = (info: TestInfo) => info.project.name.startsWith("phone");
const headers = () => bearer("responder");

async function resolved(request: APIRequestContext, title: string): Promise<string> {
  const data = { title, severity: "SEV3", services: ["agente-hotelero-api"] };
  const { key } = (await (await request.post("/api/v1/incidents", { headers: headers(), data })).json()) as {
    key: string;
  };
  const move = { headers: headers(), data: { to: "resolved" } };
  expect((await request.post(`/api/v1/incidents/${key}/status`, move)).ok()).toBe(true);
  return key;
}

test("the close shows all that is missing, and leads to where each is given", async ({ page, request }, info) => {
  const { closing, change, followUps, view, checklists } = wordsOf(info).incidents;
  const key = await resolved(request, "Para cerrar bien");
  await signIn(page, "responder");
  await page.goto(`/incidents/${key}`);
  const facts = () => page.getByRole("button", { name: view.facts, exact: true }).click();
  if (isPhone(info)) await facts();
  const requirement = (name: string) => page.getByRole("button", { name: closing.fixOf.replace("{what}", name) });
  for (const name of [closing.recovery_checklist, closing.root_cause, closing.close_checklist, closing.follow_ups]) {
    await expect(requirement(name)).toBeVisible();
  }
  const panel = page
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: closing.title, exact: true }) });
  const progress = (done: number) => closing.progress.replace("{done}", String(done)).replace("{total}", "5");
  await expect(panel.getByText(progress(0), { exact: true })).toBeVisible();
  await expectNoAxeViolations(page);

  await requirement(closing.root_cause).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel(closing.rootCause)).toBeFocused();
  await dialog.getByLabel(closing.rootCause).fill("Se llenó el disco");
  await dialog.getByRole("button", { name: change.save, exact: true }).click();
  await expect(dialog).toBeHidden();

  await requirement(closing.follow_ups).click();
  await dialog.getByLabel(followUps.task).fill("Alerta de disco");
  await dialog.getByLabel(followUps.due, { exact: true }).fill("2199-02-01");
  await dialog.getByRole("button", { name: change.save, exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(panel.getByText(progress(2), { exact: true })).toBeVisible();

  await page.getByRole("button", { name: followUps.editOf.replace("{title}", "Alerta de disco") }).click();
  await dialog.getByLabel(followUps.task).fill("Alerta de disco al 80 %");
  await dialog.getByRole("button", { name: change.save, exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("checkbox", { name: /Alerta de disco al 80 %/ })).toBeVisible();

  await requirement(closing.close_checklist).click();
  const list = page.locator("#checklist-close");
  await expect(list.getByRole("checkbox").first()).toBeFocused();
  for (const moment of ["recovery", "close"] as const) {
    const boxes = page.locator(`#checklist-${moment}`).getByRole("checkbox");
    for (const box of await boxes.all()) {
      await box.click();
      await expect(box).toBeChecked();
      await expect(box).toBeEnabled();
    }
  }
  await expect(list).toContainText(checklists.close);
  if (isPhone(info)) await facts();
  await expect(panel.getByText(progress(4), { exact: true })).toBeVisible();
  await page.getByRole("button", { name: closing.close, exact: true }).click();
  await dialog.getByLabel(closing.notStable).fill("Era un aviso falso");
  await dialog.getByRole("button", { name: change.save, exact: true }).click();
  const closed = change.statusOf.replace("{status}", wordsOf(info).incidents.status.closed);
  await expect(page.getByRole("button", { name: closed, exact: true })).toBeVisible();
});

test("reopening wants a reason, starts the verification anew, and stays on the timeline", async ({
  page,
  request,
}, info) => {
  const { change, status, view } = wordsOf(info).incidents;
  const key = await resolved(request, "Vuelve a fallar");
  await signIn(page, "responder");
  await page.goto(`/incidents/${key}`);
  const lists = () => page.getByRole("button", { name: view.lists, exact: true }).click();
  if (isPhone(info)) await lists();
  const first = page.locator("#checklist-recovery").getByRole("checkbox").first();
  await first.click();
  await expect(first).toBeChecked();
  await expect(first).toBeEnabled();

  await page.getByRole("button", { name: change.statusOf.replace("{status}", status.resolved), exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(status.investigating).check();
  await dialog.getByRole("button", { name: change.save, exact: true }).click();
  await expect(dialog).toBeVisible();
  await dialog.getByLabel(change.reason, { exact: true }).fill("vuelven los errores");
  await dialog.getByRole("button", { name: change.save, exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(first).not.toBeChecked();
  if (isPhone(info)) await page.getByRole("button", { name: view.timeline, exact: true }).click();
  await expect(page.getByText("vuelven los errores")).toBeVisible();
});
