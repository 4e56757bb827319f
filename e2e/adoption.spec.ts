import type { APIRequestContext, Page, TestInfo } from "@playwright/test";
import en from "../messages/en.json" with { type: "json" };
import es from "../messages/es.json" with { type: "json" };
import { expect, expectNoAxeViolations, test } from "./fixtures";
import { bearer, signIn } from "./people";

const wordsOf = (info: TestInfo) => (info.project.name.endsWith("-en") ? en : es);
const step = (id: string, title: string, body: string) => `<Step id="${id}" title="${title}">\n\n${body}\n\n</Step>`;
const runbook = (...parts: string[]) =>
  `---\ntitle: Cola llena\nservice: pruebas\nlang: es\nowner: Equipo\n---\n\n<Procedure id="cola" title="La cola se llena">\n\n${parts.join("\n\n")}\n\n</Procedure>\n`;

/** Publishes as an editor does, a new runbook where there is no blob yet. */
async function publish(request: APIRequestContext, path: string, text: string, baseBlob: string | null) {
  const data = { text, baseBlob, message: "Cambia los pasos" };
  const response = await request.put(`/api/v1/runbooks/${path}`, { headers: bearer("editor"), data });
  expect(response.ok(), await response.text()).toBe(true);
  return ((await response.json()) as { blob: string }).blob;
}

async function start(request: APIRequestContext, runbookPath: string) {
  const headers = bearer("responder");
  const incident = { title: "Cola llena", severity: "SEV2", services: ["pruebas"] };
  const { key } = (await (await request.post("/api/v1/incidents", { headers, data: incident })).json()) as {
    key: string;
  };
  const data = { runbook: runbookPath, procedure: "cola" };
  const run = await request.post(`/api/v1/incidents/${key}/runs`, { headers, data });
  expect(run.status()).toBe(201);
  return { key, id: ((await run.json()) as { id: string }).id };
}

const counted = (text: string, count: number) => new RegExp(text.includes("plural") ? `^${count} ` : text);
const onStep = (page: Page, title: string | RegExp) =>
  expect(page.getByRole("heading", { level: 2, name: title })).toBeVisible();

test("a run hears of a new version, shows the difference, adopts one step, then all, and the log tells", async ({
  page,
  browser,
  request,
}, info) => {
  const { runs } = wordsOf(info);
  const { adoption } = runs;
  const path = `pruebas/adoptar-${info.project.name}`;
  const first = runbook(
    step("a", "Mirar la cola", "Antes."),
    step("b", "Vaciar la cola", "Con cuidado."),
    step("c", "Avisar", "A todos."),
  );
  const blob = await publish(request, path, first, null);
  const { key, id } = await start(request, path);
  await signIn(page, "responder");
  await page.goto(`/incidents/${key}/runs/${id}`);
  await onStep(page, "Mirar la cola");

  const other = await browser.newPage({ baseURL: info.project.use.baseURL });
  await signIn(other, "viewer");
  await other.goto(`/incidents/${key}/runs/${id}`);
  await onStep(other, "Mirar la cola");

  const second = runbook(
    step("a", "Mirar la cola", "Con la orden nueva."),
    step("n", "Parar los productores", "Primero esto."),
    step("b", "Vaciar la cola", "Con cuidado."),
    step("c", "Avisar a guardia", "A guardia."),
  );
  await publish(request, path, second, blob);
  for (const screen of [page, other]) await expect(screen.getByRole("button", { name: adoption.open })).toBeVisible();
  await expect(page.getByText(counted(adoption.ahead, 3)).first()).toBeVisible();
  await expectNoAxeViolations(page);

  await page.getByRole("button", { name: adoption.open }).click();
  const dialog = page.getByRole("dialog");
  const changed = dialog.getByRole("region", { name: "Mirar la cola" }).first();
  await expect(changed).toContainText("Antes.");
  await expect(changed).toContainText("Con la orden nueva.");
  await expectNoAxeViolations(page);
  await dialog.getByRole("button", { name: `${adoption.adopt}: Mirar la cola` }).click();
  await expect(dialog.getByRole("button", { name: `${adoption.adopt}: Mirar la cola` })).toHaveCount(0);
  await dialog.locator("footer").getByRole("button").last().click();
  await expect(dialog.getByText(adoption.none)).toBeVisible();
  await dialog.locator("footer").getByRole("button", { name: adoption.close }).click();
  for (const screen of [page, other]) {
    await expect(screen.locator("#run-step-body")).toContainText("Con la orden nueva.");
    await expect(screen.getByRole("button", { name: /Parar los productores/ }).first()).toBeVisible();
  }
  await other.close();

  const log = await request.get(`/api/v1/incidents/${key}/timeline`, { headers: bearer("viewer") });
  const { entries } = (await log.json()) as { entries: { body: string; data: { event?: string } }[] };
  const adoptions = entries.filter(({ data }) => data.event === "run-adopted");
  expect(adoptions).toHaveLength(2);
  expect(adoptions[0]?.body).toContain("Mirar la cola");
  expect(adoptions[1]?.body).toContain("Parar los productores");
});

test("an answer into another runbook leads on there, the way is drawn, and what was recorded stays within reach", async ({
  page,
  request,
}, info) => {
  const { runs } = wordsOf(info);
  const path = `pruebas/seguir-${info.project.name}`;
  const there = `pruebas/destino-${info.project.name}`;
  await publish(request, there, runbook(step("z", "Seguir aquí", "x")), null);
  const options = `<Option label="Fuera" goto="${there}#cola">x</Option>\n\n<Option label="Dentro" goto="c">x</Option>`;
  const question = `<Decision id="q" question="¿Dónde está?">\n\n${options}\n\n</Decision>`;
  await publish(
    request,
    path,
    runbook(step("a", "Mirar", "x"), question, step("b", "Esto no", "x"), step("c", "Esto sí", "x")),
    null,
  );
  const { key, id } = await start(request, path);
  await signIn(page, "responder");
  await page.goto(`/incidents/${key}/runs/${id}`);
  await onStep(page, "Mirar");
  const answers = page.getByRole("group", { name: runs.step.answers });
  await answers.getByRole("button", { name: runs.step.plain.complete, exact: true }).click();
  await onStep(page, "¿Dónde está?");
  await answers.getByRole("button", { name: "Dentro", exact: true }).click();
  await onStep(page, "Esto sí");
  const way = page.getByRole("region", { name: runs.path.label });
  await expect(way.getByRole("listitem").filter({ hasText: runs.path.here })).toContainText("Esto sí");
  const outline = page.getByRole("navigation", { name: runs.outline.label });
  await outline.locator("summary").click();
  await expect(outline.getByRole("button", { name: "Esto no" })).toBeVisible();
  await expectNoAxeViolations(page);

  await outline.getByRole("button", { name: /¿Dónde está\?/ }).click();
  await onStep(page, "¿Dónde está?");
  await answers.getByRole("button", { name: runs.step.reopen.again }).click();
  await page.getByRole("dialog").getByRole("textbox").first().fill("no era ahí");
  await page.getByRole("dialog").getByRole("button", { name: runs.reason.reopen.do, exact: true }).click();
  await page.getByText(runs.rounds.open).click();
  await expect(page.getByText("→ Dentro", { exact: true })).toBeVisible();
  await answers.getByRole("button", { name: "Fuera", exact: true }).click();
  await page.waitForURL((url) => !url.pathname.endsWith(id));
  await onStep(page, "Seguir aquí");
  await expectNoAxeViolations(page);
  await page.getByRole("link", { name: runs.continuation.back.replace("{title}", "La cola se llena") }).click();
  await expect(
    page.getByRole("link", { name: runs.continuation.on.replace("{title}", "La cola se llena") }),
  ).toBeVisible();
});
