import type { Page, TestInfo } from "@playwright/test";
import es from "../messages/es.json" with { type: "json" };
import { expect, expectNoAxeViolations, test } from "./fixtures";
import { bearer, declareIncident, person, signIn } from "./people";
import { isPhone, wordsOf } from "./words";

/** Two people on one incident, each with a browser of their own. */
async function two(page: Page, info: TestInfo, key: string): Promise<Page> {
  const browser = page.context().browser();
  const other = await browser!.newContext({
    baseURL: info.project.use.baseURL,
    locale: info.project.use.locale,
    viewport: info.project.use.viewport,
    serviceWorkers: "block",
  });
  const second = await other.newPage();
  await Promise.all([signIn(page, "responder"), signIn(second, "editor")]);
  await Promise.all([page.goto(`/incidents/${key}`), second.goto(`/incidents/${key}`)]);
  return second;
}

const roleChip = (page: Page, words: typeof es, name?: string) => {
  const role = words.incidents.role.lead;
  const label = name
    ? words.incidents.change.roleOf.replace("{role}", role).replace("{name}", name)
    : words.incidents.change.roleNobody.replace("{role}", role);
  return page.getByRole("button", { name: label, exact: true });
};

async function lead(page: Page, words: typeof es): Promise<void> {
  await roleChip(page, words).click();
  await page.getByRole("dialog").getByRole("button", { name: words.incidents.change.save, exact: true }).click();
  await expect(roleChip(page, words, person("responder").name)).toBeVisible();
}

test("a lead hands over with a note; the new one reads the briefing on their screen and accepts", async ({
  page,
  request,
}, info) => {
  const words = wordsOf(info);
  const t = words.incidents.handover;
  const key = await declareIncident(request, "Traspaso de guardia");
  const write = (body: string) =>
    request.post(`/api/v1/incidents/${key}/timeline`, { headers: bearer("responder"), data: { body } });
  await write("/decision volver a la 1.4");
  const second = await two(page, info, key);
  await lead(page, words);

  await roleChip(page, words, person("responder").name).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(t.to).selectOption({ label: person("editor").name });
  await dialog.getByLabel(t.note).fill("Creo que es el **disco** de db-2");
  await expectNoAxeViolations(page);
  await dialog.getByRole("button", { name: t.offer }).click();
  await expect(dialog).toBeHidden();

  const banner = second.getByRole("region", { name: t.label });
  await expect(banner).toContainText(person("responder").name);
  await expectNoAxeViolations(second);
  await banner.getByRole("link", { name: t.read }).click();
  await second.waitForURL(/\/briefing$/);
  await expect(
    second.getByRole("region", { name: words.records.briefing.note }).getByText("Creo que es el disco de db-2"),
  ).toBeVisible();
  await expect(second.getByRole("heading", { name: words.records.briefing.decisions })).toBeVisible();
  await expect(second.getByText("volver a la 1.4").first()).toBeVisible();
  await expectNoAxeViolations(second);
  const role = words.incidents.role.lead;
  await second.getByRole("button", { name: t.accept.replace("{role}", role) }).click();
  await second.waitForURL(new RegExp(`/incidents/${key}$`));

  for (const each of [page, second]) {
    await expect(roleChip(each, words, person("editor").name)).toBeVisible();
    await expect(
      each.getByText(t.did.accepted.replace("{from}", person("responder").name).replace("{role}", role)),
    ).toBeVisible();
  }
  if (isPhone(info)) await page.getByRole("button", { name: words.incidents.view.facts, exact: true }).click();
  await expect(page.getByRole("heading", { name: t.bars })).toBeVisible();
  await expectNoAxeViolations(page);
  await second.context().close();
});

test("an offer waits on the pages where one starts, and is declined with a reason", async ({ page, request }, info) => {
  const words = wordsOf(info);
  const t = words.incidents.handover;
  const key = await declareIncident(request, `Oferta ${info.project.name}`);
  const second = await two(page, info, key);
  await lead(page, words);
  await roleChip(page, words, person("responder").name).click();
  await page
    .getByRole("dialog")
    .getByLabel(t.to)
    .selectOption({ label: person("editor").name });
  await page.getByRole("dialog").getByRole("button", { name: t.offer }).click();
  await expect(second.getByRole("region", { name: t.label })).toContainText(person("responder").name);

  await second.goto("/");
  await expectNoAxeViolations(second);
  const waiting = second.getByRole("region", { name: t.waitingForYou });
  await waiting.getByRole("listitem").filter({ hasText: key }).getByRole("link", { name: t.read }).click();
  await second.getByRole("button", { name: t.decline }).click();
  await second.getByRole("dialog").getByLabel(words.incidents.change.reason).fill("Voy conduciendo");
  await second.getByRole("dialog").getByRole("button", { name: t.decline }).click();
  await second.waitForURL(new RegExp(`/incidents/${key}$`));
  await expect(page.getByText("Voy conduciendo")).toBeVisible();
  await expect(roleChip(page, words, person("responder").name)).toBeVisible();
  await second.context().close();
});

test("of two people who change the status at once, the second sees what the first did and keeps what they typed", async ({
  page,
  request,
}, info) => {
  const words = wordsOf(info);
  const { change, overtaken, status } = words.incidents;
  const key = await declareIncident(request, "Dos a la vez");
  const second = await two(page, info, key);
  const open = (each: Page, current: string) =>
    each.getByRole("button", { name: change.statusOf.replace("{status}", current), exact: true }).click();
  for (const each of [page, second]) await open(each, status.investigating);
  await second.getByRole("dialog").getByLabel(change.reason, { exact: true }).fill("lo veo venir");
  await second.getByRole("dialog").getByLabel(status.resolved).check();

  await page.getByRole("dialog").getByLabel(status.mitigating).check();
  await page.getByRole("dialog").getByLabel(change.reason, { exact: true }).fill("ampliamos db-2");
  await page.getByRole("dialog").getByRole("button", { name: change.save, exact: true }).click();
  await expect(page.getByRole("dialog")).toBeHidden();

  const theirs = second.getByRole("dialog").getByRole("status").filter({ hasText: overtaken.title });
  await expect(theirs).toContainText(person("responder").name);
  await expect(theirs).toContainText("ampliamos db-2");
  await expectNoAxeViolations(second);
  await second.getByRole("dialog").getByRole("button", { name: overtaken.seen }).click();
  await expect(second.getByRole("dialog").getByLabel(change.reason, { exact: true })).toHaveValue("lo veo venir");
  await second.getByRole("dialog").getByRole("button", { name: change.save, exact: true }).click();
  await expect(second.getByRole("dialog")).toBeHidden();
  const moved = change.statusOf.replace("{status}", status.resolved);
  await expect(page.getByRole("button", { name: moved, exact: true })).toBeVisible();
  await expect(page.getByText("lo veo venir")).toBeVisible();
  await second.context().close();
});
