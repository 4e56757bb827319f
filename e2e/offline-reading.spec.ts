import { expect, expectNoAxeViolations, test } from "./fixtures";
import { newTab, strip, untilKept } from "./kept";
import { publishOwn, startOwn } from "./own-runbook";
import { bearer, signIn } from "./people";

const runbook = "/runbooks/agente-hotelero-api/emergencias";
const step = `<Step id="vaciar" title="Vaciar la caché">\n\n\`\`\`bash\nredis-cli flushall\n\`\`\`\n\n</Step>`;

// Offline the browser tells of each request that found nobody; a page that is not kept is answered with 503 by the worker.
test.use({ serviceWorkers: "allow", expectedErrors: [/ERR_INTERNET_DISCONNECTED|status of 503/] });

test("a runbook seen before opens by its address and by a link with the network off", async ({ page, context }) => {
  await page.goto("/runbooks/agente-hotelero-api");
  await untilKept(page, "/runbooks/agente-hotelero-api");
  await page.locator(`main a[href="${runbook}"]`).first().click();
  await expect(page).toHaveURL(new RegExp(`${runbook}$`));
  await untilKept(page, runbook);
  await expect(page.getByText(/Disponible sin conexión|Available offline/)).toBeVisible({ timeout: 30_000 });
  await page.close();

  await context.setOffline(true);
  const again = await newTab(context, runbook);
  await expect(again.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(strip(again)).toContainText(/Sin conexión|No connection/);
  await expectNoAxeViolations(again);

  await again.goto("/runbooks/agente-hotelero-api");
  await again.locator(`main a[href="${runbook}"]`).first().click();
  await expect(again).toHaveURL(new RegExp(`${runbook}$`));
  await expect(strip(again)).toBeVisible();
});

test("a page that is not kept says so, and lists what is", async ({ page, context }) => {
  await page.goto(runbook);
  await untilKept(page, runbook);
  await context.setOffline(true);
  await page.goto("/runbooks/no-such-service");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/no está en este dispositivo|not on this device/);
  await expectNoAxeViolations(page);
  await page.locator(`a[href="${runbook}"]`).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Emergencias/);
});

test("typed filters narrow the search with the network off, and a posted log is answered", async ({
  page,
  context,
}) => {
  await page.goto(runbook);
  await untilKept(page, "/api/v1/search-index");
  await untilKept(page, runbook);
  await context.setOffline(true);
  const services = page.locator("main h2");
  await page.goto(`/search?q=${encodeURIComponent("redis service:whatsapp")}`);
  await expect(services).not.toHaveCount(0);
  for (const heading of await services.all()) await expect(heading).toContainText("whatsapp-chatbot");
  await page.goto(`/search?q=${encodeURIComponent("redis -service:whatsapp lang:es")}`);
  await expect(services).not.toHaveCount(0);
  for (const heading of await services.all()) await expect(heading).not.toContainText("whatsapp-chatbot");
  await expect(page.getByText(/Español|Spanish/).first()).toBeVisible();
  await expectNoAxeViolations(page);

  await page.goto(runbook);
  await page.evaluate(() => {
    const form = Object.assign(document.createElement("form"), { method: "post", action: "/search" });
    const text = "INFO starting\nERROR could not extend file: No space left on device\nINFO stopping";
    form.append(Object.assign(document.createElement("textarea"), { name: "q", value: text }));
    document.body.append(form);
    form.submit();
  });
  await expect(page.locator("main li a").first()).toHaveAttribute("href", /#disk-space-full$/);
});

test("the search finds by an error's text with the network off, and its result opens", async ({ page, context }) => {
  await page.goto("/runbooks/preventia-news/errores-tecnicos");
  await untilKept(page, "/api/v1/search-index");
  await untilKept(page, "/runbooks/preventia-news/errores-tecnicos");
  await context.setOffline(true);
  await page.goto("/search");
  await page.getByRole("textbox").fill("asyncpg.exceptions.InvalidPasswordError");
  await page.getByRole("button", { name: /Buscar|Search/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Resultados|Results/);
  await expectNoAxeViolations(page);
  await page.locator("main li a").first().click();
  await expect(page).toHaveURL(/\/runbooks\/preventia-news\/errores-tecnicos#/);
  await expect(strip(page)).toBeVisible();
});

test("an active incident, its run and its service's runbooks open after the tab was closed", async ({
  page,
  context,
  request,
}) => {
  test.setTimeout(120_000);
  const path = await publishOwn(request, step);
  const { key, runId } = await startOwn(request, path);
  const run = `/incidents/${key}/runs/${runId}`;
  await signIn(page, "responder");
  await page.goto(`/incidents/${key}`);
  await untilKept(page, `/incidents/${key}`);
  const body = "La caché está vacía desde las tres";
  await request.post(`/api/v1/incidents/${key}/timeline`, {
    headers: bearer("responder"),
    data: { kind: "note", body },
  });
  await expect(page.getByText(body)).toBeVisible();
  await expect
    .poll(
      () =>
        page.evaluate(async (name) => (await (await caches.match(name))?.text()) ?? "", `/kept-state/incident/${key}`),
      { timeout: 30_000 },
    )
    .toContain(body);
  await untilKept(page, run);
  await untilKept(page, `/runbooks/${path}`);
  await page.close();

  await context.setOffline(true);
  const again = await newTab(context, `/incidents/${key}`);
  await expect(strip(again)).toContainText(/Sin conexión|No connection/);
  await expect(again.getByText(body)).toBeVisible();
  await expectNoAxeViolations(again);
  await again.goto(run);
  await expect(again.getByText("Vaciar la caché").first()).toBeVisible();
  await expect(strip(again)).toBeVisible();
  await again.goto(`/runbooks/${path}`);
  await expect(again.getByRole("heading", { level: 1 })).toHaveText("Limpiar la caché");
});

test("the device page lists what is kept, and forgets it", async ({ page }) => {
  await page.goto(runbook);
  await untilKept(page, runbook);
  await page.goto("/offline");
  const main = page.getByRole("main");
  await expect(main.locator(`a[href="${runbook}"]`)).toBeVisible();
  await expect(main.getByRole("status")).toContainText(/[kM]B/);
  await expectNoAxeViolations(page);
  const forget = { name: /Olvidar este dispositivo|Forget this device/ };
  await main.getByRole("button", forget).click();
  await page.getByRole("dialog").getByRole("button", forget).click();
  await expect(main.getByText(/No hay nada guardado|Nothing is kept/)).toBeVisible();
  expect(await page.evaluate(async (name) => (await caches.match(name)) === undefined, runbook)).toBe(true);
});
