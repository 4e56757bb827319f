import type { APIRequestContext, Page, TestInfo } from "@playwright/test";
import en from "../messages/en.json" with { type: "json" };
import es from "../messages/es.json" with { type: "json" };
import { expect, expectNoAxeViolations, test } from "./fixtures";
import { bearer, signIn } from "./people";

const wordsOf = (info: TestInfo) => (info.project.name.endsWith("-en") ? en : es);
const fence = "```";

const text = (service: string) => `---
title: La cola está llena
service: ${service}
lang: es
owner: Equipo de pagos
variables:
  - { name: BROKER, label: Servidor de colas, from: instance }
  - { name: KEY, from: incident.key }
  - { name: QUEUE, label: Cola, default: pagos, pattern: "[a-z-]+" }
  - { name: BROKER_TOKEN, label: Token del servidor, secret: true }
---

<Procedure id="cola-llena" title="La cola está llena">
<Diagnosis order="any">
<Step id="mirar" title="Mirar la cola">

${fence}bash
curl -s -H "Authorization: Bearer $BROKER_TOKEN" "https://$BROKER/api/queues/$QUEUE?zone=<zona>"
${fence}

${fence}bash
logger "$KEY $BROKER"
${fence}

</Step>
<Step id="servicio" title="Mirar el servicio">

${fence}powershell
Get-Content -Path <ruta> -Tail 20
${fence}

</Step>
</Diagnosis>
</Procedure>
`;

/** A runbook of its own for each test, an incident with the labels of its alert, and a run on it. */
async function startRun(request: APIRequestContext, info: TestInfo): Promise<{ key: string; runId: string }> {
  const service = "pagos-e2e";
  const file = `cola-${info.testId.replace(/[^a-z0-9]+/g, "-")}-${info.retry}`;
  const headers = bearer("editor");
  const message = "Añade la cola de pagos";
  const published = await request.put(`/api/v1/runbooks/${service}/${file}`, {
    headers,
    data: { text: text(service), baseBlob: null, message },
  });
  expect(published.status()).toBe(200);
  const labels = { instance: "mq-1.example.org:15672", severity: "page" };
  const declared = await request.post("/api/v1/incidents", {
    headers,
    data: { title: "Cola llena", severity: "SEV2", services: [service], labels },
  });
  const { key } = (await declared.json()) as { key: string };
  const started = await request.post(`/api/v1/incidents/${key}/runs`, {
    headers,
    data: { runbook: `${service}/${file}`, procedure: "cola-llena" },
  });
  expect(started.status()).toBe(201);
  return { key, runId: ((await started.json()) as { id: string }).id };
}

async function open(page: Page, request: APIRequestContext, info: TestInfo) {
  const { key, runId } = await startRun(request, info);
  await signIn(page, "responder");
  await page.goto(`/incidents/${key}/runs/${runId}`);
  await expect(page.getByRole("heading", { level: 2, name: "Mirar la cola" })).toBeVisible();
  const panel = page.getByRole("region", { name: "Variables" });
  await expect(field(page, "BROKER").getByRole("textbox")).toHaveValue("mq-1.example.org:15672");
  return { key, runId, panel };
}

const field = (page: Page, name: string) => page.locator(`[data-variable="${name}"]`);
const log = async (request: APIRequestContext, key: string) => {
  const answer = await request.get(`/api/v1/incidents/${key}/timeline`, { headers: bearer("viewer") });
  return ((await answer.json()) as { entries: { body: string }[] }).entries.map(({ body }) => body);
};
const commands = (page: Page) => page.locator("#run-step-body figure[data-code=command]");
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test.beforeEach(({ context }) => context.grantPermissions(["clipboard-read", "clipboard-write"]));

test("one panel says where each value comes from, and what a person sets is on the log once", async ({
  page,
  request,
}, info) => {
  const { runs } = wordsOf(info);
  const { key, panel } = await open(page, request, info);
  const source = (kind: "label" | "incident", detail: string) =>
    runs.variables.source[kind].replace("{detail}", detail);
  await expect(field(page, "BROKER")).toContainText(source("label", "instance"));
  await expect(field(page, "KEY")).toContainText(source("incident", "incident.key"));
  await expect(field(page, "QUEUE")).toContainText(runs.variables.source.default);
  // What this step needs and nobody knows yet stands first.
  await expect(panel.locator("[data-variable]").first()).toHaveAttribute("data-variable", /BROKER_TOKEN|zona/);
  await expect(field(page, "ruta")).toBeHidden();
  await expectNoAxeViolations(page);

  await field(page, "zona").getByRole("textbox").fill("eu-1");
  await field(page, "QUEUE").getByRole("textbox").fill("pagos-b");
  await page.getByRole("heading", { level: 2, name: "Mirar la cola" }).click();
  await expect(field(page, "QUEUE")).toContainText(runs.variables.source.mine);
  await expect(commands(page).first()).toContainText("pagos-b");
  const told = (await log(request, key)).filter((body) => body.startsWith("Variables: "));
  expect(told).toHaveLength(1);
  expect(told[0]).toContain("zona = `eu-1`");
  expect(told[0]).toContain("QUEUE = `pagos-b`");
  await field(page, "QUEUE")
    .getByRole("button", { name: runs.variables.otherwise.replace("{value}", "pagos") })
    .click();
  await expect(field(page, "QUEUE").getByRole("textbox")).toHaveValue("pagos");
  await expect(field(page, "QUEUE")).toContainText(runs.variables.source.default);
});

test.describe("a value without the form asked for", () => {
  test.use({ expectedErrors: [/422/] });
  test("is refused by its pattern, stays as typed, and no command takes it", async ({ page, request }, info) => {
    const { runs, readingTools } = wordsOf(info);
    const { key } = await open(page, request, info);
    const queue = field(page, "QUEUE").getByRole("textbox");
    const refused = page.waitForResponse((response) => response.status() === 422);
    await queue.fill("pagos; reboot");
    await queue.press("Enter");
    const { title } = (await (await refused).json()) as { title: string };
    expect(title).toContain("[a-z-]+");
    const message = runs.variables.refused.pattern.replace("{pattern}", "[a-z-]+");
    await expect(field(page, "QUEUE")).toContainText(message);
    await field(page, "zona").getByRole("textbox").fill("eu-1");
    await field(page, "BROKER_TOKEN").getByLabel("Token del servidor").fill("s3creto");
    await commands(page).first().getByRole("button", { name: readingTools.code.copy }).click();
    await expect(commands(page).first()).toContainText(readingTools.code.refused.replace("{name}", "QUEUE"));
    await expectNoAxeViolations(page);
    await page.reload();
    await expect(queue).toHaveValue("pagos; reboot");
    expect((await log(request, key)).join("\n")).not.toContain("reboot");
    await queue.fill("pagos-c");
    await queue.press("Enter");
    await expect(field(page, "QUEUE")).toContainText(runs.variables.source.mine);
  });
});

test("a secret stays in the tab: copied whole, masked on the log, gone with the page", async ({
  page,
  request,
}, info) => {
  const { runs, readingTools } = wordsOf(info);
  const { key } = await open(page, request, info);
  const token = field(page, "BROKER_TOKEN").getByLabel("Token del servidor");
  await expect(field(page, "BROKER_TOKEN")).toContainText(runs.variables.secret);
  await token.fill("s3cr'eto $HOME");
  await field(page, "zona").getByRole("textbox").fill("eu-1");
  await commands(page).first().getByRole("button", { name: readingTools.code.copy }).click();
  await expect.poll(() => clipboard(page)).toContain(`"Authorization: Bearer "'s3cr'\\''eto $HOME'""`);
  await expect.poll(async () => (await log(request, key)).join("\n")).toContain("Bearer ••••");
  const everything = (await log(request, key)).join("\n");
  expect(everything).toContain("zone=eu-1");
  expect(everything).not.toContain("s3cr");
  expect(await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]))).not.toContain("s3cr");
  await page.reload();
  await expect(field(page, "BROKER").getByRole("textbox")).toHaveValue("mq-1.example.org:15672");
  await expect(token).toHaveValue("");
});

test("copying by its key is held back at the empty field, and goes on to the next command", async ({
  page,
  request,
}, info) => {
  const { readingTools } = wordsOf(info);
  await open(page, request, info);
  await field(page, "BROKER_TOKEN").getByLabel("Token del servidor").fill("s3creto");
  await page.getByRole("heading", { level: 2, name: "Mirar la cola" }).click();
  await page.keyboard.press("c");
  const missing = commands(page).first().getByRole("textbox", { name: "zona" });
  await expect(missing).toBeFocused();
  await expect(commands(page).first()).toContainText(readingTools.code.empty.replace("{name}", "zona"));
  await page.keyboard.type("eu-1");
  await page.keyboard.press("Enter");
  await page.keyboard.press("c");
  await expect.poll(() => clipboard(page)).toContain("queues/pagos?zone=eu-1");
  await page.getByRole("heading", { level: 2, name: "Mirar la cola" }).click();
  await page.keyboard.press("c");
  await expect.poll(() => clipboard(page)).toMatch(/^logger "INC-\d+ mq-1\.example\.org:15672"$/);
});

test("a PowerShell command comes out right, whatever the value holds", async ({ page, request }, info) => {
  const { readingTools } = wordsOf(info);
  await open(page, request, info);
  await page.keyboard.press("j");
  await expect(page.getByRole("heading", { level: 2, name: "Mirar el servicio" })).toBeVisible();
  await field(page, "ruta").getByRole("textbox").fill("C:\\logs de O’Brien\\$(calc).log");
  await commands(page).first().getByRole("button", { name: readingTools.code.copy }).click();
  await expect.poll(() => clipboard(page)).toBe("Get-Content -Path 'C:\\logs de O’’Brien\\$(calc).log' -Tail 20");
});

test.describe("a value that somebody else changes at the same moment", () => {
  test.use({ expectedErrors: [/409/] });
  test("is shown with theirs, and the person decides", async ({ page, request }, info) => {
    const { runs } = wordsOf(info);
    const { runId } = await open(page, request, info);
    // No stream: the page does not hear of the other person until it sends.
    const path = `/api/v1/runs/${runId}/variables`;
    await page.route(
      "**/variables",
      async (route) => {
        const variables = { zona: "eu-9" };
        await request.patch(path, { headers: bearer("editor"), data: { variables } });
        await route.continue();
      },
      { times: 1 },
    );
    const zone = field(page, "zona").getByRole("textbox");
    await zone.fill("eu-1");
    await zone.press("Enter");
    await expect(field(page, "zona").getByRole("alert")).toContainText("eu-9");
    await expect(zone).toHaveValue("eu-1");
    await expectNoAxeViolations(page);
    await field(page, "zona").getByRole("button", { name: runs.variables.mine }).click();
    await expect(field(page, "zona")).toContainText(runs.variables.source.mine);
    await expect(zone).toHaveValue("eu-1");
  });
});
