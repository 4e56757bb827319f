import type { APIRequestContext, Page, TestInfo } from "@playwright/test";
import en from "../messages/en.json" with { type: "json" };
import es from "../messages/es.json" with { type: "json" };
import { expect, expectNoAxeViolations, test } from "./fixtures";
import { bearer, signIn } from "./people";

const wordsOf = (info: TestInfo) => (info.project.name.endsWith("-en") ? en : es);
const emergencies = { runbook: "agente-hotelero-api/emergencias", procedure: "api-no-responde" };

async function declare(request: APIRequestContext): Promise<string> {
  const data = { title: "API caída", severity: "SEV1", services: ["agente-hotelero-api"] };
  const response = await request.post("/api/v1/incidents", { headers: bearer("responder"), data });
  return ((await response.json()) as { key: string }).key;
}

async function startRun(request: APIRequestContext, data: object, on?: string): Promise<string> {
  const path = on ? `/api/v1/incidents/${on}/runs` : "/api/v1/runs";
  const response = await request.post(path, { headers: bearer("responder"), data });
  expect(response.status()).toBe(201);
  return ((await response.json()) as { id: string }).id;
}

/** Somebody else acts on a step, through the API. */
async function actElsewhere(request: APIRequestContext, runId: string, stepId: string, action: object) {
  const path = `/api/v1/runs/${runId}`;
  const { steps } = (await (await request.get(path, { headers: bearer("editor") })).json()) as {
    steps: { id: string; version: number }[];
  };
  const expectedVersion = steps.find(({ id }) => id === stepId)?.version;
  const data = { ...action, expectedVersion };
  expect((await request.post(`${path}/steps/${stepId}`, { headers: bearer("editor"), data })).status()).toBe(200);
}

const answers = (page: Page, info: TestInfo) => page.getByRole("group", { name: wordsOf(info).runs.step.answers });
const press = (page: Page, info: TestInfo, name: string) =>
  answers(page, info).getByRole("button", { name, exact: true }).click();
const onStep = (page: Page, title: string | RegExp) =>
  expect(page.getByRole("heading", { level: 2, name: title })).toBeVisible();

test("a run goes through a decision and a failed attempt to recovery, and the log tells it", async ({
  page,
  request,
}, info) => {
  const { runs } = wordsOf(info);
  const key = await declare(request);
  await signIn(page, "responder");
  await page.goto(`/runs/new?${new URLSearchParams({ ...emergencies, incident: key })}`);
  await page.getByRole("button", { name: new RegExp(key) }).click();
  await page.waitForURL(/\/incidents\/INC-\d+\/runs\//);
  await onStep(page, "Verificar logs recientes");
  await expectNoAxeViolations(page);

  for (const next of ["Verificar dependencias", "Revisar recursos (memoria/CPU)", "Reiniciar solo el container"]) {
    await press(page, info, runs.step.plain.complete);
    await onStep(page, next);
  }
  await page.getByLabel(runs.evidence.label).fill('{"status": "unhealthy"}');
  await press(page, info, runs.step.attempt.fail);
  await onStep(page, "Revisar logs para causas");
  await press(page, info, runs.step.plain.complete);
  await onStep(page, "¿Qué causa muestran los logs?");
  await expectNoAxeViolations(page);
  await press(page, info, "Si es database");
  await onStep(page, "Reiniciar dependencias");
  await press(page, info, runs.step.attempt.complete);
  await expect(page.getByText(runs.ended.recovered)).toBeVisible();
  await expectNoAxeViolations(page);

  await page.getByRole("button", { name: runs.ended.monitoring }).click();
  await page.waitForURL(/\/incidents\/INC-\d+$/);
  const { entries } = (await (
    await request.get(`/api/v1/incidents/${key}/timeline`, { headers: bearer("viewer") })
  ).json()) as { entries: { kind: string; body: string }[] };
  const told = entries.map(({ body }) => body).join("\n");
  for (const words of ["unhealthy", "**Si es database**", "Reiniciar dependencias"]) expect(told).toContain(words);
  expect(entries.at(-1)?.kind).toBe("status");
});

test.describe("somebody else on the same step", () => {
  test.use({ expectedErrors: [/409/] });
  test("is shown with what they did, and the person decides", async ({ page, request }, info) => {
    const { runs } = wordsOf(info);
    const runId = await startRun(request, emergencies);
    await signIn(page, "responder");
    // No stream: the page does not hear of the other person until it acts.
    await page.route("**/stream?*", (route) => route.fulfill({ status: 204 }));
    await page.goto(`/runs/${runId}`);
    await onStep(page, "Verificar logs recientes");
    await page.getByLabel(runs.evidence.label).fill("Traceback");
    await actElsewhere(request, runId, "api-logs", { event: "start" });
    await press(page, info, runs.step.plain.fail);
    await expect(page.getByRole("button", { name: runs.action.mine })).toBeVisible();
    await expect(page.getByLabel(runs.evidence.label)).toHaveValue("Traceback");
    await expectNoAxeViolations(page);
    await page.getByRole("button", { name: runs.action.mine }).click();
    await onStep(page, "Verificar dependencias");
  });
});

test("what others do shows by itself, and a reload loses nothing that was typed", async ({ page, request }, info) => {
  const { runs } = wordsOf(info);
  const runId = await startRun(request, emergencies);
  await signIn(page, "responder");
  await page.goto(`/runs/${runId}`);
  await page.getByLabel(runs.step.note, { exact: true }).fill("mirando el panel");
  await page.reload();
  await expect(page.getByLabel(runs.step.note, { exact: true })).toHaveValue("mirando el panel");
  await actElsewhere(request, runId, "api-logs", { event: "complete" });
  await onStep(page, "Verificar dependencias");
});

test("a late answer does not take away the step that somebody went to meanwhile", async ({ page, request }, info) => {
  const { runs } = wordsOf(info);
  const runId = await startRun(request, emergencies);
  await signIn(page, "responder");
  await page.goto(`/runs/${runId}`);
  await onStep(page, "Verificar logs recientes");
  // The stream brings what was done before the answer to it arrives.
  let answer = () => {};
  const released = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/steps/api-logs", async (route) => {
    const response = await route.fetch();
    await released;
    await route.fulfill({ response });
  });
  const answered = page.waitForResponse("**/steps/api-logs");
  await press(page, info, runs.step.plain.complete);
  await onStep(page, "Verificar dependencias");
  await page.keyboard.press("k");
  await onStep(page, "Verificar logs recientes");
  answer();
  await (await answered).finished();
  await expect(answers(page, info).getByRole("button", { name: runs.step.reopen.again })).toBeEnabled();
  await onStep(page, "Verificar logs recientes");
});

test("everything has a key, and what cannot be undone wants its target", async ({ page, request }, info) => {
  const { runs } = wordsOf(info);
  const runId = await startRun(request, { ...emergencies, procedure: "postgres-no-accesible" });
  await actElsewhere(request, runId, "reiniciar-postgres", { event: "fail" });
  await actElsewhere(request, runId, "espacio-en-disco", { event: "complete" });
  await signIn(page, "responder");
  await page.goto(`/runs/${runId}`);
  await onStep(page, "En emergency: borrar logs antiguos");
  const target = "tabla logs de agente_db";
  await page.getByLabel(runs.step.confirm.replace("{target}", target)).fill(target);
  await page.getByRole("heading", { level: 2, name: /borrar logs/ }).click();
  await page.keyboard.press("p");
  await onStep(page, "Intentar recuperación automática");
  await page.keyboard.press("x");
  await page.keyboard.type("ya hay espacio");
  await page.getByRole("button", { name: runs.reason.skip.do, exact: true }).click();
  await onStep(page, "Si sigue fallando, revisar backup");
  await page.keyboard.press("k");
  await onStep(page, "Intentar recuperación automática");
});

test("a copied command is on the log as filled in, with its secret masked", async ({ page, request }, info) => {
  const { readingTools } = wordsOf(info);
  const key = await declare(request);
  const runId = await startRun(request, { runbook: "whatsapp-chatbot/autenticacion", procedure: "endpoints-401" }, key);
  await actElsewhere(request, runId, "falla-solo-un-usuario", { event: "choose", option: "No" });
  await actElsewhere(request, runId, "revisar-jwt-secret", { event: "complete" });
  await signIn(page, "responder");
  await page.goto(`/incidents/${key}/runs/${runId}`);
  await onStep(page, /auth\/me/);
  await page.getByRole("region", { name: "Variables" }).getByRole("textbox").first().fill("s3creto");
  await page.getByRole("button", { name: readingTools.code.copy, exact: true }).first().click();
  const log = async () =>
    (await request.get(`/api/v1/incidents/${key}/timeline`, { headers: bearer("viewer") })).text();
  await expect.poll(log).toContain("Bearer ••••");
  expect(await log()).not.toContain("s3creto");
});
