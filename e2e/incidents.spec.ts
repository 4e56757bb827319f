import type { APIRequestContext, Page, TestInfo } from "@playwright/test";
import en from "../messages/en.json" with { type: "json" };
import es from "../messages/es.json" with { type: "json" };
import { expect, expectNoAxeViolations, test } from "./fixtures";
import { bearer, person, signIn } from "./people";

const wordsOf = (info: TestInfo) => (info.project.name.endsWith("-en") ? en : es).incidents;
const isPhone = (info: TestInfo) => info.project.name.startsWith("phone");

async function declare(request: APIRequestContext, title: string): Promise<string> {
  const response = await request.post("/api/v1/incidents", {
    headers: bearer("responder"),
    data: { title, severity: "SEV3", services: ["agente-hotelero-api"] },
  });
  expect(response.status()).toBe(201);
  return ((await response.json()) as { key: string }).key;
}

/** Writes a line with the composer's button, as on a phone. */
async function write(page: Page, info: TestInfo, line: string): Promise<void> {
  const t = wordsOf(info).composer;
  await page.getByLabel(t.label).fill(line);
  await page.getByRole("button", { name: t.send, exact: true }).click();
}

test("what is seen proposes severity and procedure, and declaring takes one more press", async ({ page }, info) => {
  const t = wordsOf(info).declare;
  await signIn(page, "responder");
  await page.goto("/incidents/new?service=agente-hotelero-api");
  await page.getByRole("radio", { name: /Base de datos no accesible/ }).check();
  await expect(page.getByRole("radio", { name: /^(.*\s)?SEV1$/ })).toBeChecked();
  await expect(page.getByLabel(t.incidentTitle)).toHaveValue("Base de datos no accesible");
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: new RegExp(`^(${t.submitOnly}|${t.submit})$`) }).click();
  await page.waitForURL(/\/incidents\/INC-\d+/);
  await expect(page.getByRole("heading", { level: 1, name: "Base de datos no accesible" })).toBeVisible();
  await expectNoAxeViolations(page);
});

test("the log is written in quick lines, corrected and retracted in the open", async ({ page, request }, info) => {
  const t = wordsOf(info);
  const key = await declare(request, "API lenta");
  await signIn(page, "responder");
  await page.goto(`/incidents/${key}`);
  const log = page.getByRole("region", { name: t.timeline.label });

  await page.getByLabel(t.composer.label).fill("-12m reinicié db-2");
  await expect(page.getByText(`${t.timeline.kind.note} ·`)).toBeVisible();
  await page.getByRole("button", { name: t.composer.send, exact: true }).click();
  const entry = log.getByRole("listitem").filter({ hasText: "reinicié db-2" }).last();
  await expect(entry).toContainText("12 min");

  await write(page, info, "/sev 1");
  await expect(page.getByRole("button", { name: t.change.severityOf.replace("{severity}", "SEV1") })).toBeVisible();
  await write(page, info, "/estado mitigando");
  await expect(log).toContainText(`${t.status.investigating} → ${t.status.mitigating}`);

  await entry.getByLabel(t.timeline.actions.replace("{name}", person("responder").name)).click();
  await page.getByRole("button", { name: t.timeline.correct }).click();
  await page.getByLabel(t.timeline.correction.text).fill("reinicié db-3");
  await page.getByRole("button", { name: t.change.save }).click();
  const corrected = log.getByRole("listitem").filter({ hasText: "reinicié db-3" }).last();
  await expect(corrected).toContainText(t.timeline.edited);

  await corrected.getByLabel(t.timeline.actions.replace("{name}", person("responder").name)).click();
  await page.getByRole("button", { name: t.timeline.retract }).click();
  await page.getByLabel(t.timeline.correction.retractReason).fill("era otro servicio");
  await page.getByRole("dialog").getByRole("button", { name: t.timeline.retract }).click();
  await expect(corrected).toContainText("era otro servicio");
  await expectNoAxeViolations(page);
});

test("a line that cannot be sent says why, and keeps its text", async ({ page, request }, info) => {
  const t = wordsOf(info);
  const key = await declare(request, "Texto que no se pierde");
  await signIn(page, "responder");
  await page.goto(`/incidents/${key}`);
  const box = page.getByLabel(t.composer.label);
  await box.fill("/sev 9");
  await expect(page.getByText(t.composer.problem.unknown_severity.replace("{severity}", "9"))).toBeVisible();
  await expect(page.getByRole("button", { name: t.composer.send, exact: true })).toBeDisabled();
  await page.reload();
  await expect(box).toHaveValue("/sev 9");
  await page.getByRole("button", { name: t.composer.asNote }).click();
  await expect(page.getByRole("region", { name: t.timeline.label })).toContainText("/sev 9");
});

test.describe("without a network", () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED/] });

  test("what is written is kept, sent when it is back, and seen by others at once", async ({ page, browser }, info) => {
    const t = wordsOf(info);
    const key = await declare(page.request, "Sin red");
    await signIn(page, "responder");
    await page.goto(`/incidents/${key}`);
    const other = await browser.newPage({ baseURL: info.project.use.baseURL });
    await signIn(other, "viewer");
    await other.goto(`/incidents/${key}`);

    await page.context().setOffline(true);
    await write(page, info, "escrito sin red");
    await expect(page.getByText(t.timeline.unsent)).toBeVisible();
    await page.context().setOffline(false);
    await expect(page.getByText(t.timeline.unsent)).toBeHidden();
    await expect(other.getByText("escrito sin red")).toBeVisible();
    await expect(other.getByText("escrito sin red")).toHaveCount(1);
    await other.close();
  });
});

test.describe("an end that is not ready", () => {
  test.use({ expectedErrors: [/status of 409/] });

  test("closing says what is missing and takes it in one place", async ({ page, request }, info) => {
    const t = wordsOf(info);
    const key = await declare(request, "Para cerrar");
    const patch = { headers: bearer("responder"), data: { status: "resolved" } };
    expect((await request.patch(`/api/v1/incidents/${key}`, patch)).status()).toBe(200);
    await signIn(page, "responder");
    await page.goto(`/incidents/${key}`);
    if (isPhone(info)) await page.getByRole("button", { name: t.view.facts, exact: true }).click();
    await page.getByRole("button", { name: t.closing.close }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(t.closing.rootCause).fill("Se llenó el disco");
    await dialog.getByLabel(t.closing.notStable).fill("era una prueba");
    await dialog.getByLabel(t.closing.noFollowUps).fill("nada que hacer");
    await dialog.getByRole("button", { name: t.change.save }).click();
    await expect(dialog.getByRole("alert")).toBeVisible();
    await expect(dialog).toContainText(t.closing.recovery_checklist);
    await dialog.getByLabel(t.closing.override).check();
    await dialog.getByLabel(t.change.reason, { exact: true }).fill("no hay nada que recuperar");
    await expectNoAxeViolations(page);
    await dialog.getByRole("button", { name: t.change.save }).click();
    await expect(
      page.getByRole("button", { name: t.change.statusOf.replace("{status}", t.status.closed) }),
    ).toBeVisible();
  });
});
